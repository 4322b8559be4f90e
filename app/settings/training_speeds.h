// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QJsonArray>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace glyphscope {

/// How fast networks were trained here, which says beforehand how long the next training takes.
class TrainingSpeeds {
public:
    struct Speed {
        std::string network;  ///< sha256 of its spec
        std::string device;
        std::int64_t multiplyAdds = 0;  ///< of one image's forward pass, > 0
        double imagesPerSecond = 0;     ///< > 0
        friend bool operator==(const Speed&, const Speed&) = default;
    };

    /// In place of what was known of that network on that device. The oldest go.
    void note(const Speed& speed);

    /// Images a second, as measured with that network on that device; of a network that was never trained
    /// there, from the one that is nearest in multiply-adds, in proportion to them. None without either.
    [[nodiscard]] std::optional<double> expected(const std::string& network, const std::string& device,
                                                 std::int64_t multiplyAdds) const;

    [[nodiscard]] const std::vector<Speed>& all() const { return m_speeds; }  ///< the newest last

private:
    static constexpr std::size_t kMost = 32;

    std::vector<Speed> m_speeds;
};

[[nodiscard]] QJsonArray speedsToJson(const TrainingSpeeds& speeds);

/// What cannot be read is passed over.
[[nodiscard]] TrainingSpeeds speedsFromJson(const QJsonArray& array);

}  // namespace glyphscope
