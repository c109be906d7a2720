package org.ohmgrad.tile;

import java.util.List;
import java.util.function.Function;
import org.ejml.data.FMatrixRMaj;
import org.ohmgrad.random.Occasion;

/**
 * Several grids of one shape behind one weight, which is the sum of theirs, each times a factor. Every grid is read and
 * converted by itself, one after another, with noise of its own; factors and sums are digital.
 *
 * @param parts at least one
 */
public record WeightedGrids(List<Part> parts) implements WeightMatrix {
    /** A grid and the factor that its weights count with. */
    public record Part(float factor, TileGrid grid) {}

    /** Refuses a sum of nothing, and grids of different shapes. */
    public WeightedGrids {
        parts = List.copyOf(parts);
        if (parts.stream()
                        .map(part -> List.of(part.grid().rows(), part.grid().cols()))
                        .distinct()
                        .count()
                != 1) {
            throw new IllegalArgumentException("parts must be grids of one shape, at least one");
        }
    }

    @Override
    public FMatrixRMaj read(FMatrixRMaj inputs, Occasion occasion) {
        return sum(grid -> grid.read(inputs, occasion));
    }

    @Override
    public FMatrixRMaj readTransposed(FMatrixRMaj errors, Occasion occasion) {
        return sum(grid -> grid.readTransposed(errors, occasion));
    }

    @Override
    public FMatrixRMaj meanForward() {
        return sum(TileGrid::meanForward);
    }

    @Override
    public FMatrixRMaj meanTransposed() {
        return sum(TileGrid::meanTransposed);
    }

    @Override
    public List<TileGrid> grids() {
        return parts.stream().map(Part::grid).toList();
    }

    private FMatrixRMaj sum(Function<TileGrid, FMatrixRMaj> product) {
        FMatrixRMaj sum = product.apply(parts.get(0).grid());
        for (int k = 0; k < sum.data.length; k++) {
            sum.data[k] *= parts.get(0).factor();
        }
        for (Part part : parts.subList(1, parts.size())) {
            float[] more = product.apply(part.grid()).data;
            for (int k = 0; k < more.length; k++) {
                sum.data[k] = Math.fma(part.factor(), more[k], sum.data[k]);
            }
        }
        return sum;
    }
}
