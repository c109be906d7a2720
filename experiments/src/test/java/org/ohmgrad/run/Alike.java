package org.ohmgrad.run;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.ohmgrad.random.Draws;
import org.ohmgrad.state.NotKept;
import org.ohmgrad.state.Settled;

/**
 * Compares all that two objects reach, field by field, numbers bit by bit. Left out are fields marked {@link NotKept} and
 * {@link Draws}, which hold no state.
 */
final class Alike {
    private final IdentityHashMap<Object, Object> partners = new IdentityHashMap<>();
    private final List<String> path = new ArrayList<>();
    private final List<String> fields = new ArrayList<>();
    private final List<String> differences = new ArrayList<>();
    private final Set<String> seen = new TreeSet<>();
    private final Set<String> settled = new TreeSet<>();
    private final Set<String> differing = new TreeSet<>();

    /** Compares two objects made in the same way. */
    static Alike of(Object first, Object second) {
        Alike alike = new Alike();
        alike.compare(first, second);
        return alike;
    }

    /** Where the two differ, as paths through fields. */
    List<String> differences() {
        return differences;
    }

    /** Fields that may change and were compared, as Class.field: those that are not final, and arrays of numbers. */
    Set<String> seen() {
        return seen;
    }

    /** The same of fields that are said to be from the start what they are in the end. */
    Set<String> settled() {
        return settled;
    }

    /** Those of both in or below which the two differ. */
    Set<String> differing() {
        return differing;
    }

    private void compare(@Nullable Object a, @Nullable Object b) {
        if (a == null || b == null) {
            require(a == b);
        } else if (a instanceof Draws || a instanceof Class || a == b || partners.containsKey(a)) {
            return;
        } else if (a instanceof Number || a instanceof Boolean || a instanceof CharSequence || a instanceof Enum) {
            require(a.equals(b));
        } else if (a instanceof BitSet) {
            require(a.equals(b));
        } else {
            partners.put(a, b);
            if (a.getClass() == b.getClass() || a instanceof List || a instanceof Map) {
                compareParts(a, b);
            } else {
                require(false);
            }
        }
    }

    private void compareParts(Object a, Object b) {
        if (a.getClass().isArray()) {
            compareArrays(a, b);
        } else if (a instanceof List<?> list) {
            compareArrays(list.toArray(), ((List<?>) b).toArray());
        } else if (a instanceof Map<?, ?> map) {
            map.forEach((key, value) -> compareEntry(key, value, (Map<?, ?>) b));
        } else if (a instanceof Optional<?> optional) {
            compare(optional.orElse(null), ((Optional<?>) b).orElse(null));
        } else if (a.getClass().getName().startsWith("java.")) {
            throw new AssertionError("cannot compare a " + a.getClass() + " at " + String.join(".", path));
        } else {
            compareFields(a, b, a.getClass());
        }
    }

    private void compareEntry(Object key, Object value, Map<?, ?> other) {
        // Streams of draws are looked up when they are first needed.
        if (!(value instanceof Draws)) {
            step("[" + key + "]", () -> compare(value, other.get(partners.getOrDefault(key, key))));
        }
    }

    private void compareArrays(Object a, Object b) {
        int length = Array.getLength(a);
        if (length != Array.getLength(b)) {
            require(false);
        } else if (!a.getClass().getComponentType().isPrimitive()) {
            for (int k = 0; k < length; k++) {
                int at = k;
                step("[" + k + "]", () -> compare(Array.get(a, at), Array.get(b, at)));
            }
        } else {
            int wrong = 0;
            for (int k = 0; k < length; k++) {
                wrong += Array.get(a, k).equals(Array.get(b, k)) ? 0 : 1;
            }
            require(wrong == 0);
        }
    }

    private void compareFields(Object a, Object b, Class<?> type) {
        if (type == Object.class) {
            return;
        }
        compareFields(a, b, type.getSuperclass());
        for (Field field : type.getDeclaredFields()) {
            if (!Modifier.isStatic(field.getModifiers()) && !field.isAnnotationPresent(NotKept.class)) {
                String name = type.getName().replaceFirst(".*\\.", "") + "." + field.getName();
                boolean numbers = field.getType().isArray();
                // An array that was met before, in another object, was counted there.
                boolean fresh = numbers && !partners.containsKey(valueOf(field, a));
                if (mayHoldState(type) && (fresh || !Modifier.isFinal(field.getModifiers()))) {
                    (field.isAnnotationPresent(Settled.class) ? settled : seen).add(name);
                }
                fields.add(name);
                step(field.getName(), () -> compare(valueOf(field, a), valueOf(field, b)));
                fields.remove(fields.size() - 1);
            }
        }
    }

    /** Laws of devices are settings, and what other people's classes hold is theirs to keep apart. */
    private static boolean mayHoldState(Class<?> type) {
        return type.getName().startsWith("org.ohmgrad.") && !type.getName().startsWith("org.ohmgrad.device.");
    }

    private static @Nullable Object valueOf(Field field, Object of) {
        try {
            field.setAccessible(true);
            return field.get(of);
        } catch (IllegalAccessException e) {
            throw new LinkageError("cannot read " + field, e);
        }
    }

    private void step(String name, Runnable comparison) {
        path.add(name);
        comparison.run();
        path.remove(path.size() - 1);
    }

    private void require(boolean holds) {
        if (!holds) {
            differences.add(String.join(".", path));
            differing.addAll(fields);
        }
    }
}
