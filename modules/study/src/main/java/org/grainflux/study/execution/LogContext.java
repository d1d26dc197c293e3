package org.grainflux.study.execution;

import java.util.Locale;
import java.util.function.Supplier;
import org.slf4j.MDC;

/** What every log line of some work carries: study, design and realization. */
public enum LogContext {
    STUDY,
    DESIGN,
    REALIZATION;

    /** Does work whose log lines carry this value. */
    public <T> T during(String value, Supplier<T> work) {
        String key = name().toLowerCase(Locale.ROOT);
        String before = MDC.get(key);
        MDC.put(key, value);
        try {
            return work.get();
        } finally {
            if (before == null) {
                MDC.remove(key);
            } else {
                MDC.put(key, before);
            }
        }
    }
}
