package org.ohmgrad.fit;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.ohmgrad.device.ParametricDeviceModel;
import org.ohmgrad.report.text.NumberText;

/** A fitted device as JSON. */
final class DeviceText {
    private DeviceText() {}

    /**
     * @param fit the device
     * @param source where its numbers are from, words
     */
    static String of(DeviceFit fit, String source) {
        ParametricDeviceModel device = fit.device();
        List<String> members = new ArrayList<>();
        List<String> pointers = new ArrayList<>(List.of("/gMin", "/gMax", "/pulses"));
        members.add("\"type\": \"parametric\"");
        members.add("\"gMin\": " + NumberText.of(device.gMin()));
        members.add("\"gMax\": " + NumberText.of(device.gMax()));
        fit.readNoise().ifPresent(noise -> {
            members.add("\"readNoise\": " + object(noise, "proportional"));
            pointers.add("/readNoise");
        });
        members.add("\"pulses\": " + object((Record) device.pulses(), fit.law()));
        if (device.deviceToDevice().any()) {
            members.add("\"deviceToDevice\": " + object(device.deviceToDevice(), ""));
            pointers.add("/deviceToDevice");
        }
        members.add("\"sources\": {"
                + pointers.stream()
                        .map(pointer -> "\"" + pointer + "\": \"" + plain(source) + fit.remark(pointer) + "\"")
                        .collect(Collectors.joining(", "))
                + "}");
        return members.stream().collect(Collectors.joining(",\n  ", "{\n  ", "\n}\n"));
    }

    private static String plain(String words) {
        return words.replaceAll("[\\\\\"\\p{Cntrl}]", "_");
    }

    private static String object(Record part, String type) {
        List<String> members = new ArrayList<>();
        if (!type.isEmpty()) {
            members.add("\"type\": \"" + type + "\"");
        }
        for (RecordComponent component : part.getClass().getRecordComponents()) {
            members.add("\"" + component.getName() + "\": " + value(part, component));
        }
        return "{" + String.join(", ", members) + "}";
    }

    private static String value(Record part, RecordComponent component) {
        try {
            Object value = component.getAccessor().invoke(part);
            return value instanceof List<?> list
                    ? list.stream().map(DeviceText::number).collect(Collectors.joining(", ", "[", "]"))
                    : number(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(component + " cannot be read", e);
        }
    }

    private static String number(Object value) {
        return NumberText.of(((Number) value).doubleValue());
    }
}
