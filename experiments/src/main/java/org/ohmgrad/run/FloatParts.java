package org.ohmgrad.run;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.ohmgrad.network.Weights;

/** Weights that several runs start from, each trained once and kept while the program runs. */
public final class FloatParts {
    private final Map<String, FutureTask<Weights>> parts = new ConcurrentHashMap<>();

    /** The weights of a float training; whoever asks first trains, others wait. */
    Weights weights(String name, Supplier<Weights> training) {
        FutureTask<Weights> part = parts.computeIfAbsent(name, key -> new FutureTask<>(training::get));
        part.run();
        try {
            return part.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a float training", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the float training that comes first failed", e.getCause());
        }
    }
}
