package org.ohmgrad.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmgrad.plan.Experiment;
import org.ohmgrad.plan.Settings;
import org.ohmgrad.settings.Default;

/** What JSON may leave out, Java may leave out. */
class DefaultsTest {
    /** Records of settings that a file may write as {}. */
    static List<Class<?>> allDefault() {
        return reachable(Experiment.class).stream()
                .filter(type -> type.isRecord() && Modifier.isPublic(type.getModifiers()))
                .filter(type -> Arrays.stream(type.getRecordComponents())
                        .allMatch(part -> part.isAnnotationPresent(Default.class)))
                .toList();
    }

    private static Set<Class<?>> reachable(Class<?> root) {
        Set<Class<?>> found = new LinkedHashSet<>();
        Deque<Class<?>> open = new ArrayDeque<>(List.of(root));
        while (!open.isEmpty()) {
            Class<?> type = open.pop();
            if (type.getName().startsWith("org.ohmgrad.") && found.add(type)) {
                parts(type).forEach(open::add);
            }
        }
        return found;
    }

    private static Stream<Class<?>> parts(Class<?> type) {
        Stream<Class<?>> components = type.isRecord()
                ? Arrays.stream(type.getRecordComponents())
                        .map(RecordComponent::getGenericType)
                        .flatMap(DefaultsTest::classes)
                : Stream.empty();
        return type.isSealed() ? Stream.concat(components, Arrays.stream(type.getPermittedSubclasses())) : components;
    }

    private static Stream<Class<?>> classes(Type type) {
        return type instanceof ParameterizedType generic
                ? Arrays.stream(generic.getActualTypeArguments()).flatMap(DefaultsTest::classes)
                : Stream.of((Class<?>) type);
    }

    @Test
    void thereAreSuchRecords() {
        assertTrue(allDefault().size() > 20, allDefault().toString());
    }

    @ParameterizedTest
    @MethodSource("allDefault")
    void aRecordOfDefaultsHasAConstructorWithoutArguments(Class<?> type) throws ReflectiveOperationException {
        Object read = Settings.reader().parse(Path.of("defaults.json"), "{}").bind(type);
        assertEquals(read, type.getConstructor().newInstance());
    }
}
