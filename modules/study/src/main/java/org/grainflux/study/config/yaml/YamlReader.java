package org.grainflux.study.config.yaml;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.grainflux.core.Excerpt;
import org.grainflux.core.InvalidInputException;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.reader.ReaderException;

/**
 * Reads one YAML document. Values stay as they were written: what is a number is decided by the key that holds it, so
 * {@code 1e-4} is a number (YAML 1.1 takes it for a text) and {@code no} is a text (YAML 1.1 takes it for false).
 *
 * <p>The document may come from a stranger: it is read event by event, nothing in it names a class, and depth, number and
 * length of values are bounded while they are read.
 */
public final class YamlReader {
    /** A hundred thousand designs of twenty values and their keys. */
    private static final int MAX_VALUES = 5_000_000;

    /** The same with a material of a few hundred values behind an alias in each. */
    private static final int MAX_VALUES_WRITTEN_OUT = 50_000_000;

    /** Studies have six levels. */
    private static final int MAX_DEPTH = 40;

    /** The longest key of a study has 50 characters. */
    private static final int MAX_KEY_CHARACTERS = 200;

    /** A source or a reason of several pages. */
    private static final int MAX_TEXT_CHARACTERS = 10_000;

    /** Ten thousand values of a range in one line are a tenth of it; the parser's time grows with its square. */
    private static final int MAX_LINE_CHARACTERS = 1_000_000;

    private final String place;
    private final boolean lines;
    private final Map<String, Anchored> anchors = new HashMap<>();
    private Iterator<Event> events;
    private int values;
    private long valuesWrittenOut;

    /** What an alias stands for, and how many values that is with all its own aliases written out. */
    private record Anchored(YamlNode node, long valuesWrittenOut) {}

    private YamlReader(String place, boolean lines) {
        this.place = place;
        this.lines = lines;
    }

    /** The document of a file. */
    public static YamlNode read(String file, String text) {
        return new YamlReader(file, true).document(text);
    }

    /** A value typed on the command line. */
    public static YamlNode value(Origin origin, String text) {
        return new YamlReader(origin.place(), false).document(text);
    }

    private YamlNode document(String text) {
        // A mark of the byte order, which some editors write, says nothing in UTF-8.
        String unmarked = text.startsWith("\uFEFF") ? text.substring(1) : text;
        requireLines(unmarked);
        try {
            LoaderOptions options = new LoaderOptions();
            options.setCodePointLimit(Integer.MAX_VALUE);
            events = new Yaml(options).parse(new StringReader(unmarked)).iterator();
            events.next();
            Event start = events.next();
            if (start.is(Event.ID.StreamEnd)) {
                return new YamlNode.Scalar(new Origin(place, lines ? 1 : 0), "", false);
            }
            YamlNode root = node(events.next(), 0);
            events.next();
            Event end = events.next();
            if (!end.is(Event.ID.StreamEnd)) {
                throw refused(end, "a second document starts here; a file holds one");
            }
            return root;
        } catch (MarkedYAMLException e) {
            Mark mark = e.getProblemMark() != null ? e.getProblemMark() : e.getContextMark();
            String where =
                    mark == null ? place : origin(mark) + (lines ? " (column " + (mark.getColumn() + 1) + ")" : "");
            throw new InvalidInputException(where + ": not valid YAML: " + e.getProblem(), e);
        } catch (ReaderException e) {
            throw new InvalidInputException(
                    String.format(
                            "%s: not valid YAML: U+%04X is a control character; remove it",
                            lines ? place + ":" + lineAt(unmarked, e.getPosition()) : place, e.getCodePoint()),
                    e);
        } catch (YAMLException e) {
            throw new InvalidInputException(place + ": not valid YAML: " + Excerpt.of(e.getMessage()), e);
        }
    }

    private void requireLines(String text) {
        int line = 1;
        for (int start = 0; start < text.length(); line++) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            if (end - start > MAX_LINE_CHARACTERS) {
                throw new InvalidInputException((lines ? place + ":" + line : place) + ": a line has at most "
                        + MAX_LINE_CHARACTERS + " characters, got " + (end - start) + "; break it");
            }
            start = end + 1;
        }
    }

    /** @param position number of characters before, those beyond 16 bits counted once */
    private static long lineAt(String text, int position) {
        return 1 + text.codePoints().limit(position).filter(c -> c == '\n').count();
    }

    private YamlNode node(Event event, int depth) {
        if (event instanceof AliasEvent alias) {
            return anchored(alias);
        }
        refuseTag(event);
        count(event, 1);
        if (depth > MAX_DEPTH) {
            throw refused(event, "nested deeper than " + MAX_DEPTH + " levels; a study needs six");
        }
        long before = valuesWrittenOut - 1;
        YamlNode node = event instanceof MappingStartEvent
                ? mapping(event, depth)
                : event instanceof SequenceStartEvent ? sequence(event, depth) : scalar((ScalarEvent) event);
        String anchor = ((NodeEvent) event).getAnchor();
        if (anchor != null) {
            // Known from its end on, so nothing can hold itself.
            anchors.put(anchor, new Anchored(node, valuesWrittenOut - before));
        }
        return node;
    }

    private YamlNode anchored(AliasEvent alias) {
        Anchored anchored = anchors.get(alias.getAnchor());
        if (anchored == null) {
            throw refused(alias, "*" + Excerpt.of(alias.getAnchor()) + " stands for nothing that ends before it");
        }
        count(alias, anchored.valuesWrittenOut());
        return anchored.node();
    }

    private void count(Event event, long writtenOut) {
        values++;
        valuesWrittenOut += writtenOut;
        if (values > MAX_VALUES || valuesWrittenOut > MAX_VALUES_WRITTEN_OUT) {
            throw refused(
                    event,
                    "too many values: allowed are " + MAX_VALUES + ", and " + MAX_VALUES_WRITTEN_OUT
                            + " with every alias written out; shorten the file");
        }
    }

    private void refuseTag(Event event) {
        String tag = event instanceof ScalarEvent scalar
                ? scalar.getTag()
                : event instanceof MappingStartEvent mapping ? mapping.getTag() : ((SequenceStartEvent) event).getTag();
        if (tag != null) {
            throw refused(event, "the tag " + Excerpt.of(tag) + " is not read; write the value without it");
        }
    }

    private YamlNode.Sequence sequence(Event start, int depth) {
        List<YamlNode> items = new ArrayList<>();
        for (Event event = events.next(); !event.is(Event.ID.SequenceEnd); event = events.next()) {
            items.add(node(event, depth + 1));
        }
        return new YamlNode.Sequence(origin(start.getStartMark()), items);
    }

    private YamlNode.Mapping mapping(Event start, int depth) {
        Map<String, YamlNode.Field> fields = new LinkedHashMap<>();
        for (Event event = events.next(); !event.is(Event.ID.MappingEnd); event = events.next()) {
            String key = key(event);
            Origin keyOrigin = origin(event.getStartMark());
            YamlNode.Field earlier = fields.put(key, new YamlNode.Field(keyOrigin, node(events.next(), depth + 1)));
            if (earlier != null) {
                throw refused(
                        event,
                        key + ": written twice, first in line "
                                + earlier.keyOrigin().line() + "; remove one of them");
            }
        }
        return new YamlNode.Mapping(origin(start.getStartMark()), fields);
    }

    private String key(Event event) {
        if (!(event instanceof ScalarEvent scalar)) {
            throw refused(event, "a key must be a plain word");
        }
        refuseTag(event);
        return printable(scalar, MAX_KEY_CHARACTERS, "key");
    }

    private YamlNode.Scalar scalar(ScalarEvent event) {
        return new YamlNode.Scalar(
                origin(event.getStartMark()),
                printable(event, MAX_TEXT_CHARACTERS, "value"),
                event.getScalarStyle() != DumperOptions.ScalarStyle.PLAIN);
    }

    /** Quotes may hold any character as an escape; names of files and messages on a terminal must not. */
    private String printable(ScalarEvent event, int longest, String what) {
        String text = event.getValue();
        if (text.length() > longest) {
            throw refused(
                    event,
                    "a " + what + " has at most " + longest + " characters, got " + Excerpt.of(text) + "; shorten it");
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isISOControl(c) && c != '\n' && c != '\t') {
                throw refused(
                        event,
                        String.format(
                                "a %s holds no control characters, got U+%04X in %s; remove it",
                                what, (int) c, Excerpt.of(text)));
            }
        }
        return text;
    }

    private InvalidInputException refused(Event event, String message) {
        return new InvalidInputException(origin(event.getStartMark()) + ": " + message);
    }

    private Origin origin(Mark mark) {
        return new Origin(place, lines ? mark.getLine() + 1 : 0);
    }
}
