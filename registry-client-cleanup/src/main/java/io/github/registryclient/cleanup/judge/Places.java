package io.github.registryclient.cleanup.judge;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Places of things by keys, the greatest first: equal ones share the best place, so that ties are kept. */
final class Places<T> {
    private final Map<T, Integer> places = new HashMap<>();

    Places(Map<T, RankKey> keys) {
        List<Map.Entry<T, RankKey>> newestFirst = keys.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .collect(Collectors.toList());
        int place = 1;
        for (int i = 0; i < newestFirst.size(); i++) {
            if (i > 0
                    && !newestFirst
                            .get(i - 1)
                            .getValue()
                            .equals(newestFirst.get(i).getValue())) {
                place = i + 1;
            }
            places.put(newestFirst.get(i).getKey(), place);
        }
    }

    /** From 1 on; 0 if it has none. */
    int of(T thing) {
        return places.getOrDefault(thing, 0);
    }

    int count() {
        return places.size();
    }
}
