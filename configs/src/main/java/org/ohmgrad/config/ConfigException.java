package org.ohmgrad.config;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Settings cannot be used; carries every problem that was found, and its message lists them, one a line. */
public final class ConfigException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient List<Problem> problems;

    /**
     * Gathers problems, for example those of several files.
     *
     * @param problems at least one; kept once each, in reading order
     */
    public ConfigException(Collection<Problem> problems) {
        this(List.copyOf(new TreeSet<>(problems)));
    }

    private ConfigException(List<Problem> sorted) {
        super(sorted.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = sorted;
    }

    /** {@return every problem, sorted by file and line} */
    public List<Problem> problems() {
        return problems;
    }
}
