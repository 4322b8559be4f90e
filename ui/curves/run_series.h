// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/curves/curve_scale.h"
#include "ui/curves/quantity.h"
#include "ui/curves/smoothing.h"

#include <array>
#include <cstdint>
#include <memory>
#include <vector>

namespace glyphscope {

/// The curves of one run, made ready to be drawn: for every quantity that is asked for, extents of blocks and
/// the smoothed course. The curves may grow at their end meanwhile; what they were must stay.
class RunSeries {
public:
    explicit RunSeries(std::shared_ptr<const RunCurves> curves);

    [[nodiscard]] const RunCurves& curves() const { return *m_curves; }
    [[nodiscard]] std::size_t size() const { return m_curves->steps.size(); }

    void setWeight(double weight);

    /// Brings `quantity` up to date as far as `budget` values allow, and takes them off it. Is it now?
    bool prepare(Quantity quantity, std::size_t& budget);

    /// As far as it is prepared.
    [[nodiscard]] std::span<const float> raw(Quantity quantity) const;
    [[nodiscard]] std::span<const float> smoothed(Quantity quantity) const;
    [[nodiscard]] const ValuePyramid& rawPyramid(Quantity quantity) const { return row(quantity).pyramid; }
    [[nodiscard]] const ValuePyramid& smoothedPyramid(Quantity quantity) const;
    /// Ascending indices of the values that are not finite.
    [[nodiscard]] std::span<const std::uint32_t> notFinite(Quantity quantity) const;

    [[nodiscard]] double at(CurveAxis axis, std::size_t index) const;
    /// Where on the axis a step is, also between and beyond the known ones.
    [[nodiscard]] double ofStep(CurveAxis axis, double step) const;
    /// The last position on the axis; 0 if there is none.
    [[nodiscard]] double end(CurveAxis axis) const;
    /// The index of the first value at `position` or after it.
    [[nodiscard]] std::size_t indexAt(CurveAxis axis, double position) const;
    /// The index of the value nearest to `position`; there must be one.
    [[nodiscard]] std::size_t nearest(CurveAxis axis, double position) const;

    /// The first index of each of `columns` equal parts of `range`, and the end of the last, which has its
    /// edge.
    [[nodiscard]] const std::vector<std::uint32_t>& columns(CurveAxis axis, AxisRange range,
                                                            int columns) const;

private:
    struct Row {
        std::size_t known = 0;  // values that the pyramid and `notFinite` cover
        ValuePyramid pyramid;
        SmoothedCurve course;
        std::vector<std::uint32_t> notFinite;
    };
    struct Columns {
        CurveAxis axis;
        AxisRange range;
        std::size_t size;
        std::vector<std::uint32_t> first;
    };

    [[nodiscard]] const Row& row(Quantity quantity) const
    {
        return m_rows[static_cast<std::size_t>(quantity)];
    }
    template <typename Function>
    auto withAxis(CurveAxis axis, Function function) const;

    std::shared_ptr<const RunCurves> m_curves;
    std::array<Row, kQuantities.size()> m_rows;
    mutable std::vector<Columns> m_columns;  // of the last few views; plots beside each other share them
};

}  // namespace glyphscope
