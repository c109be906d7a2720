package org.ohmgrad.config;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ohmgrad.settings.Check;

/**
 * Finds rules that a record's readable components break whatever the unreadable ones may turn out to be: the record is
 * tried with very different values in their place, and what it refuses each time in the same words is reported.
 */
final class Supposition {
    private static final int TRIALS = 4;
    private static final Map<Class<?>, List<Object>> VALUES = Map.of(
            int.class, List.of(Integer.MIN_VALUE, 0, 1, Integer.MAX_VALUE),
            long.class, List.of(Long.MIN_VALUE, 0L, 1L, Long.MAX_VALUE),
            float.class, List.of(-Float.MAX_VALUE, 0f, 1f, Float.MAX_VALUE),
            double.class, List.of(-Double.MAX_VALUE, 0.0, 1.0, Double.MAX_VALUE),
            boolean.class, List.of(false, true),
            String.class, List.of("", "a"),
            List.class, List.of(List.of()),
            Map.class, List.of(Map.of()));

    private final Constructor<?> constructor;
    private final List<Optional<Object>> known;

    Supposition(Constructor<?> constructor, List<Optional<Object>> known) {
        this.constructor = constructor;
        this.known = known;
    }

    /** Violations that do not depend on the unknown components, in the order of the record's checks. */
    List<Check.Violation> certain() {
        Set<Check.Violation> certain = new LinkedHashSet<>(trial(0));
        for (int i = 1; i < TRIALS; i++) {
            certain.retainAll(trial(i));
        }
        return List.copyOf(certain);
    }

    private List<Check.Violation> trial(int number) {
        List<@Nullable Object> arguments = new ArrayList<>();
        for (int i = 0; i < known.size(); i++) {
            Object argument = known.get(i).orElse(null);
            arguments.add(argument == null ? supposed(constructor.getParameterTypes()[i], number + i) : argument);
        }
        try {
            constructor.newInstance(arguments.toArray());
        } catch (InvocationTargetException e) {
            // Any other failure may be the fault of a supposed value.
            return e.getCause() instanceof Check.BrokenRules broken ? broken.violations() : List.of();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(constructor + " cannot be called", e);
        }
        return List.of();
    }

    private static @Nullable Object supposed(Class<?> type, int number) {
        List<Object> values = type.isEnum() ? List.of(type.getEnumConstants()) : VALUES.getOrDefault(type, List.of());
        return values.isEmpty() ? null : values.get(number % values.size());
    }
}
