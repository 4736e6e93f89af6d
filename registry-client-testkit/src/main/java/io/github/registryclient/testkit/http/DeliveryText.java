package io.github.registryclient.testkit.http;

import java.util.ArrayList;
import java.util.List;

/** Says what a delivery does. */
final class DeliveryText {
    private DeliveryText() {}

    /** Empty for an honest one. */
    static String of(Delivery delivery) {
        List<String> parts = new ArrayList<>();
        delivery.interim().forEach(interim -> parts.add(interim.status() + " first"));
        delivery.timing().describe(parts);
        if (delivery.rawHead() != null) {
            parts.add("with a raw head");
        }
        delivery.framing().describe(delivery.statedLength()).ifPresent(parts::add);
        delivery.cut().describe().ifPresent(parts::add);
        return String.join(", ", parts);
    }
}
