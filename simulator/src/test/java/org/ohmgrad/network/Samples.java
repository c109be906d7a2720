package org.ohmgrad.network;

import java.util.ArrayList;
import java.util.List;
import org.ejml.data.FMatrixRMaj;
import org.ohmgrad.random.Draws;

/** Seeded inputs, targets and settings for tests of networks. */
public final class Samples {
    private Samples() {}

    /** Every pair of a loss and an output activation that it is defined for. */
    public record Ending(Loss loss, OutputActivation output) {}

    /** All legal pairs. */
    public static List<Ending> endings() {
        List<Ending> endings = new ArrayList<>();
        for (Loss loss : Loss.values()) {
            for (Activation output : Activation.values()) {
                if (loss.fits(output)) {
                    endings.add(new Ending(loss, OutputActivation.valueOf(output.name())));
                }
            }
        }
        return endings;
    }

    /** One of each kind of initialisation. */
    public static List<Initialisation> initialisations() {
        return List.of(
                new XavierInitialisation(1),
                new HeInitialisation(),
                new NormalInitialisation(0.4),
                new ZeroInitialisation());
    }

    /** Activations that a hidden layer may have. */
    public static List<Activation> hiddenActivations() {
        return List.of(
                Activation.SIGMOID, Activation.TANH, Activation.RELU, Activation.HARD_SIGMOID, Activation.IDENTITY);
    }

    /** Hidden widths from no hidden layer to three. */
    public static List<List<Integer>> depths() {
        return List.of(List.of(), List.of(6), List.of(7, 5), List.of(6, 4, 5));
    }

    /** Every hidden activation, legal ending, initialisation and depth, with biases that are not zero. */
    public static List<NetworkSettings> allSettings() {
        List<NetworkSettings> all = new ArrayList<>();
        for (Activation activation : hiddenActivations()) {
            for (Ending ending : endings()) {
                boolean hard =
                        activation == Activation.HARD_SIGMOID || ending.output() == OutputActivation.HARD_SIGMOID;
                // Piecewise straight as the rectifier is, with every law of weights: one law is enough.
                for (Initialisation initialisation : hard ? initialisations().subList(0, 1) : initialisations()) {
                    for (List<Integer> hidden : depths()) {
                        all.add(new NetworkSettings(
                                hidden,
                                activation,
                                ending.loss(),
                                ending.output(),
                                initialisation,
                                new NormalInitialisation(0.3)));
                    }
                }
            }
        }
        return all;
    }

    /** A network with Xavier weights and biases of zero, its output left to the loss. */
    public static NetworkSettings settings(List<Integer> hidden, Activation activation, Loss loss) {
        return new NetworkSettings(
                hidden,
                activation,
                loss,
                OutputActivation.BY_LOSS,
                new XavierInitialisation(1),
                new ZeroInitialisation());
    }

    /** Standard normal numbers. */
    public static FMatrixRMaj normals(int rows, int cols, long seed) {
        FMatrixRMaj matrix = new FMatrixRMaj(rows, cols);
        new Draws(seed, "test/inputs").normals(0, 0, matrix.data, 0, matrix.data.length);
        return matrix;
    }

    /** Positive numbers whose rows sum to one: targets that every loss takes. */
    public static FMatrixRMaj shares(int rows, int cols, long seed) {
        FMatrixRMaj matrix = new FMatrixRMaj(rows, cols);
        new Draws(seed, "test/targets").uniforms(0, 0, matrix.data, 0, matrix.data.length);
        for (int row = 0; row < rows; row++) {
            float sum = 0;
            for (int col = 0; col < cols; col++) {
                sum += matrix.get(row, col);
            }
            for (int col = 0; col < cols; col++) {
                matrix.set(row, col, matrix.get(row, col) / sum);
            }
        }
        return matrix;
    }

    /** A matrix of the numbers given, row by row. */
    public static FMatrixRMaj matrix(int rows, int cols, double... values) {
        FMatrixRMaj matrix = new FMatrixRMaj(rows, cols);
        for (int k = 0; k < values.length; k++) {
            matrix.data[k] = (float) values[k];
        }
        return matrix;
    }
}
