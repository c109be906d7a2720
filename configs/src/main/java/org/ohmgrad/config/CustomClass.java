package org.ohmgrad.config;

import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A class from outside that settings name, and what tells its code from other code of that name. */
final class CustomClass {
    private final Class<?> type;
    private final String digest;

    private CustomClass(Class<?> type) {
        this.type = type;
        digest = CodeDigest.of(type);
    }

    /** A class that settings cannot name, with the reason in words that follow its name's pointer. */
    static final class Unusable extends Exception {
        private static final long serialVersionUID = 1;

        Unusable(String message) {
            super(message);
        }
    }

    /** The loader of classes that this thread is to use. */
    static ClassLoader loader() {
        return Optional.ofNullable(Thread.currentThread().getContextClassLoader())
                .orElse(ClassLoader.getSystemClassLoader());
    }

    /**
     * Finds a class.
     *
     * @param name as {@link Class#getName()} has it
     * @param door the interface that it must implement
     * @throws Unusable if there is none, or it can be nobody's settings
     */
    static CustomClass find(String name, Class<?> door, ClassLoader loader) throws Unusable {
        Class<?> type = load(name, loader);
        if (!door.isAssignableFrom(type)) {
            throw new Unusable("must name a class that implements " + door.getName() + ", but " + name + " does not");
        }
        if (!type.isRecord() && !isMadeOfNothing(type)) {
            throw new Unusable(
                    "must name a record, whose components are its settings, or a class with a public constructor"
                            + " without arguments, but " + name + " is neither");
        }
        return new CustomClass(type);
    }

    private static Class<?> load(String name, ClassLoader loader) throws Unusable {
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException absent) {
            throw new Unusable(
                    "no class " + CanonicalJson.quoted(Names.clipped(name))
                            + " is on the class path: name its jar or folder with --class-path, and the class with its package");
        } catch (LinkageError broken) {
            throw new Unusable("the class " + Names.clipped(name) + " cannot be loaded: " + reason(broken));
        }
    }

    private static boolean isMadeOfNothing(Class<?> type) {
        return !Modifier.isAbstract(type.getModifiers())
                && Stream.of(type.getConstructors()).anyMatch(each -> each.getParameterCount() == 0);
    }

    /** The innermost words of a failure. */
    static String reason(Throwable failure) {
        Throwable inner = failure;
        while (inner.getCause() != null && inner.getCause() != inner) {
            inner = inner.getCause();
        }
        String words = inner.getMessage();
        return inner.getClass().getSimpleName() + (words == null ? "" : ": " + Names.clipped(words));
    }

    String name() {
        return type.getName();
    }

    /** SHA-256 of the code it comes with, 64 hexadecimal digits. */
    String digest() {
        return digest;
    }

    /** How its settings stand in JSON. */
    Kind kind(Kinds kinds) {
        return type.isRecord() ? kinds.of(type) : new RecordKind(type, List.of(), constructor(), List::of);
    }

    private Constructor<?> constructor() {
        try {
            Constructor<?> constructor = type.getConstructor();
            constructor.setAccessible(true);
            return constructor;
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
