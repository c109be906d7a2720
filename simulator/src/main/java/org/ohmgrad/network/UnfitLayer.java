package org.ohmgrad.network;

/** A layer that cannot take what it gets, and where it stands. */
public final class UnfitLayer extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final String pointer;
    private final String reason;

    private UnfitLayer(String words, String pointer, String reason, IllegalArgumentException cause) {
        super(words + " " + reason, cause);
        this.pointer = pointer;
        this.reason = reason;
    }

    /** A layer of a list, counted from 0, that refuses its input. */
    static UnfitLayer of(int layer, IllegalArgumentException refusal) {
        return new UnfitLayer(words(layer), "/" + layer, String.valueOf(refusal.getMessage()), refusal);
    }

    /** The same of a layer inside of one of a list. */
    static UnfitLayer inside(int layer, UnfitLayer inner) {
        String words =
                words(layer) + ", in it " + String.valueOf(inner.getMessage()).replace(" " + inner.reason, "");
        return new UnfitLayer(words, "/" + layer + "/layers" + inner.pointer, inner.reason, inner);
    }

    private static String words(int layer) {
        return "layer " + (layer + 1);
    }

    /** JSON pointer of the layer below the network's list of layers, such as {@code /2/layers/0}. */
    public String pointer() {
        return pointer;
    }

    /** What the layer needs, without its place. */
    public String reason() {
        return reason;
    }
}
