package org.grainflux.study.results;

/** What every table with a row per realization has: read under a table's name, it leaves all other columns unread. */
public record RealizationKey(int structureIndex, String design) {}
