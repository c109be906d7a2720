package org.ohmgrad.run;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.FMatrixRMaj;
import org.ohmgrad.data.Examples;
import org.ohmgrad.network.Answer;
import org.ohmgrad.network.Network;
import org.ohmgrad.random.Occasion;
import org.ohmgrad.random.Phase;
import org.ohmgrad.report.record.Confusion;
import org.ohmgrad.training.TrainingStep;

/**
 * One noisy pass of a data set through a network.
 *
 * @param accuracy share of the examples whose largest output is the right one
 * @param loss mean loss
 * @param answers the class of the largest output, one an example
 */
record Evaluation(double accuracy, double loss, List<Integer> answers) {
    private static final int PIECE = 500;

    /** Reads every example once; the network's cells first drift to the clock's time. */
    static Evaluation of(TrainingStep step, Examples examples, Phase phase, int epoch) {
        return of(step.network(), step::answer, examples, phase, epoch);
    }

    /** How a network answers inputs on an occasion. */
    interface Answering {
        Answer answer(FMatrixRMaj inputs, Occasion now);
    }

    /** The same for a network and its answers. */
    static Evaluation of(Network network, Answering answering, Examples examples, Phase phase, int epoch) {
        network.refresh();
        int[] answers = new int[examples.count()];
        double loss = 0;
        for (int start = 0; start < examples.count(); start += PIECE) {
            int end = Math.min(examples.count(), start + PIECE);
            Examples piece = examples.select(IntStream.range(start, end).toArray());
            Answer answer = answering.answer(piece.inputs(), new Occasion(phase, epoch, start));
            loss += network.loss(answer, piece.targets()) * piece.count();
            takeAnswers(answer.outputs(), answers, start);
        }
        return of(examples, answers, loss);
    }

    private static Evaluation of(Examples examples, int[] answers, double loss) {
        int[] labels = examples.labels();
        long right = IntStream.range(0, labels.length)
                .filter(row -> answers[row] == labels[row])
                .count();
        return new Evaluation(
                right / (double) labels.length,
                loss / labels.length,
                Arrays.stream(answers).boxed().toList());
    }

    /** What the examples, whose classes have these names, were taken for; nothing if there are too many classes to count. */
    Confusion confusion(Examples examples, List<String> classes) {
        if (classes.size() > Confusion.MOST_CLASSES) {
            return Confusion.none();
        }
        long[] counts = new long[classes.size() * classes.size()];
        for (int row = 0; row < answers.size(); row++) {
            counts[examples.labels()[row] * classes.size() + answers.get(row)]++;
        }
        return Confusion.of(classes, counts);
    }

    private static void takeAnswers(FMatrixRMaj found, int[] answers, int start) {
        int width = found.numCols;
        for (int row = 0; row < found.numRows; row++) {
            float[] outputs = Arrays.copyOfRange(found.data, row * width, (row + 1) * width);
            answers[start + row] = largest(outputs);
        }
    }

    private static int largest(float[] values) {
        int best = 0;
        for (int k = 1; k < values.length; k++) {
            best = values[k] > values[best] ? k : best;
        }
        return best;
    }
}
