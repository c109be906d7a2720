package org.ohmgrad.config;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.ohmgrad.settings.Default;

/** Finds the kind of a Java type. Thread safe. */
final class Kinds {
    private static final Map<Class<?>, Kind> SIMPLE = Map.ofEntries(
            Map.entry(int.class, WholeKind.INT),
            Map.entry(Integer.class, WholeKind.INT),
            Map.entry(long.class, WholeKind.LONG),
            Map.entry(Long.class, WholeKind.LONG),
            Map.entry(float.class, RealKind.FLOAT),
            Map.entry(Float.class, RealKind.FLOAT),
            Map.entry(double.class, RealKind.DOUBLE),
            Map.entry(Double.class, RealKind.DOUBLE),
            Map.entry(boolean.class, new FlagKind()),
            Map.entry(Boolean.class, new FlagKind()),
            Map.entry(String.class, new TextKind()),
            Map.entry(Json.class, new RawKind()));

    private final Map<Class<?>, Kind> known = new ConcurrentHashMap<>(SIMPLE);
    private final ClassLoader loader;
    private final Map<Class<?>, List<String>> presets;

    Kinds(Collection<Scalar<?>> scalars, Map<Class<?>, List<String>> presets, ClassLoader loader) {
        this.presets = Map.copyOf(presets);
        this.loader = loader;
        scalars.forEach(scalar -> known.put(scalar.type(), new ScalarKind(scalar)));
    }

    Kind of(Type type) {
        if (type instanceof Class<?> plain) {
            return ofClass(plain);
        } else if (type instanceof ParameterizedType generic && generic.getRawType() == List.class) {
            return new ListKind(of(generic.getActualTypeArguments()[0]));
        } else if (type instanceof ParameterizedType generic
                && generic.getRawType() == Map.class
                && generic.getActualTypeArguments()[0] == String.class) {
            return new MapKind(of(generic.getActualTypeArguments()[1]));
        }
        throw unsupported(type);
    }

    private Kind ofClass(Class<?> type) {
        Kind kind = known.get(type);
        if (kind == null) {
            kind = make(type);
            known.put(type, kind);
        }
        return kind;
    }

    private Kind make(Class<?> type) {
        if (type.isRecord()) {
            return ShortKind.of(record(type));
        } else if (type.isEnum()) {
            return EnumKind.of(type);
        } else if (type.isInterface() && type.isSealed()) {
            Map<String, PartKind> variants = new LinkedHashMap<>();
            addVariants(type, variants);
            return new SealedKind(type, variants, folders(type));
        }
        throw unsupported(type);
    }

    private void addVariants(Class<?> whole, Map<String, PartKind> variants) {
        for (Class<?> part : whole.getPermittedSubclasses()) {
            if (part.isRecord()) {
                addVariant(Names.ofPart(part, whole), part(part), variants);
            } else if (part.isSealed()) {
                addVariants(part, variants);
            } else {
                addVariant(Names.ofPart(part, whole), new CustomKind(part, this, loader), variants);
            }
        }
    }

    private RecordKind part(Class<?> type) {
        RecordKind kind = (RecordKind) ofClass(type);
        if (kind.has(SealedKind.KEY)) {
            throw new IllegalArgumentException(type + " has a component \"type\", which names the record itself");
        }
        return kind;
    }

    private static void addVariant(String name, PartKind part, Map<String, PartKind> variants) {
        if (variants.putIfAbsent(name, part) != null) {
            throw new IllegalArgumentException("two parts have the JSON name \"" + name + "\", one is " + part.type());
        }
    }

    private RecordKind record(Class<?> type) {
        RecordComponent[] parts = type.getRecordComponents();
        // Found on first use, so that a record may contain itself in a list.
        return new RecordKind(type, folders(type), constructor(type, parts), new Once(() -> components(parts)));
    }

    /** Folders of the catalogue with presets of any type. */
    List<String> folders() {
        return presets.values().stream().flatMap(List::stream).toList();
    }

    private List<String> folders(Class<?> type) {
        return presets.getOrDefault(type, List.of());
    }

    private static Constructor<?> constructor(Class<?> type, RecordComponent[] parts) {
        Class<?>[] types = Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor;
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException(type + " has no canonical constructor", impossible);
        }
    }

    private List<Component> components(RecordComponent[] parts) {
        return Arrays.stream(parts).map(this::component).toList();
    }

    private Component component(RecordComponent part) {
        Optional<Default> standard = Optional.ofNullable(part.getAnnotation(Default.class));
        return new Component(
                part.getName(),
                of(part.getGenericType()),
                standard.map(Default::value),
                standard.map(Default::where).orElse(""));
    }

    private static IllegalArgumentException unsupported(Type type) {
        return new IllegalArgumentException("settings cannot hold a " + type.getTypeName());
    }

    /** Computes a list on first use. */
    private static final class Once implements Supplier<List<Component>> {
        private final Supplier<List<Component>> source;
        private volatile List<Component> value = List.of();
        private volatile boolean done;

        Once(Supplier<List<Component>> source) {
            this.source = source;
        }

        @Override
        public List<Component> get() {
            if (!done) {
                value = source.get();
                done = true;
            }
            return value;
        }
    }
}
