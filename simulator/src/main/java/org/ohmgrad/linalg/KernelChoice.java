package org.ohmgrad.linalg;

import java.lang.reflect.Constructor;

/**
 * Whether kernels written with the incubating module {@code jdk.incubator.vector} run, or the plain loops; all
 * give the same bits. Chosen once, when this class is loaded: vectors where the Java machine has the module, was started
 * with it or with access to the loader of modules ({@code --add-exports java.base/jdk.internal.module=ALL-UNNAMED}), and
 * its vectors have at least 128 bits, unless the system property {@code ohmgrad.kernels} is {@code plain}.
 *
 * <p>Nothing but this class knows the classes that need the module, and it knows them by name only, so that
 * all others load without it.
 */
public final class KernelChoice {
    private static final String MODULE = "jdk.incubator.vector";
    private static final int NARROWEST = 128;
    private static final KernelChoice CHOICE = choose();

    private final boolean vectors;
    private final String sentence;

    private KernelChoice(boolean vectors, String sentence) {
        this.vectors = vectors;
        this.sentence = sentence;
    }

    /** Whether the kernels in vectors run. */
    public static boolean isVector() {
        return CHOICE.vectors;
    }

    /** Which kernels run and why, in one sentence without its full stop. */
    public static String sentence() {
        return CHOICE.sentence;
    }

    /**
     * The kernel to run.
     *
     * @param kernel interface of the kernel; what implements it in vectors has its name with "Vector" before
     *     it, lies in the same package and has a constructor without parameters
     * @param plain what implements it in plain loops
     * @return plain, or a new instance of the class in vectors
     */
    public static <T> T best(Class<T> kernel, T plain) {
        return CHOICE.vectors ? kernel.cast(instance(kernel)) : plain;
    }

    private static Object instance(Class<?> kernel) {
        String name = kernel.getPackageName() + ".Vector" + kernel.getSimpleName();
        try {
            Constructor<?> constructor = Class.forName(name).getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("no kernel " + name, e);
        }
    }

    private static KernelChoice choose() {
        if (System.getProperty("ohmgrad.kernels", "").equals("plain")) {
            return new KernelChoice(false, "plain kernels, as OHMGRAD_KERNELS or the property ohmgrad.kernels asks");
        }
        if (ModuleLayer.boot().findModule(MODULE).isEmpty() && !load()) {
            return new KernelChoice(false, "plain kernels, as Java was started without --add-modules " + MODULE);
        }
        int bits = ((Width) instance(Width.class)).bits();
        if (bits < NARROWEST) {
            return new KernelChoice(false, "plain kernels, as vectors have only " + bits + " bits here");
        }
        return new KernelChoice(true, "vector kernels, as Java has " + MODULE + "; " + bits + " bits");
    }

    /**
     * Loads the module as Java's own tools load theirs. Java warns of every incubating module that is named on its command line,
     * on standard error and before any of the program runs; of one that is loaded later it does not.
     */
    private static boolean load() {
        try {
            Class.forName("jdk.internal.module.Modules")
                    .getMethod("loadModule", String.class)
                    .invoke(null, MODULE);
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }
}
