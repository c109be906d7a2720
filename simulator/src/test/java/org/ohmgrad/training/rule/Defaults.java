package org.ohmgrad.training.rule;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.ohmgrad.settings.Default;

/** Makes settings records from their defaults. */
final class Defaults {
    private Defaults() {}

    /** A record all of whose components have defaults, once for every place where its matrices can be, if it has such. */
    static List<Object> everywhere(Class<?> kind) {
        boolean hasPlace =
                Arrays.stream(kind.getRecordComponents()).anyMatch(part -> part.getType() == FeedbackPlace.class);
        return hasPlace
                ? Arrays.stream(FeedbackPlace.values())
                        .map(on -> instance(kind, part -> part.getType() == FeedbackPlace.class ? on : value(part)))
                        .toList()
                : List.of(instance(kind, Defaults::value));
    }

    private static Object instance(Class<?> kind, Function<RecordComponent, Object> given) {
        RecordComponent[] components = kind.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] values = Arrays.stream(components).map(given).toArray();
        try {
            var constructor = kind.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("cannot make a " + kind.getSimpleName() + " from its defaults", e);
        }
    }

    private static Object value(RecordComponent component) {
        Default given = component.getAnnotation(Default.class);
        if (given == null) {
            throw new AssertionError(component.getDeclaringRecord().getSimpleName() + "." + component.getName()
                    + " has no default, which every setting of a learning rule needs");
        }
        String text = given.value();
        Class<?> type = component.getType();
        if (type == int.class) {
            return Integer.valueOf(text);
        } else if (type == long.class) {
            return Long.valueOf(text);
        } else if (type == float.class) {
            return Float.valueOf(text);
        } else if (type == double.class) {
            return Double.valueOf(text);
        } else if (type == boolean.class) {
            return Boolean.valueOf(text);
        }
        return word(type, text.replace("\"", "").replace('-', '_').toUpperCase(Locale.ROOT));
    }

    private static Object word(Class<?> type, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> ((Enum<?>) constant).name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(type.getSimpleName() + " has no " + name));
    }
}
