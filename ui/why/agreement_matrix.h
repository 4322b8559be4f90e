// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/why/method_gallery.h"
#include "ui/why/rank_correlation.h"
#include "ui/widgets/lazy_refresh.h"

#include <QtWidgets/QWidget>

#include <array>
#include <vector>

namespace glyphscope {

/// How far the methods put the same pixels in front: the rank correlation of every two, without their signs.
/// Maps of two drawings are never compared; what is there of another than the present one is faint.
class AgreementMatrix : public QWidget {
    Q_OBJECT

public:
    explicit AgreementMatrix(QWidget* parent = nullptr);

    [[nodiscard]] const Agreement& agreement() const { return m_agreement; }

    void setGlyph(const Glyph& glyph);  ///< the present drawing
    void setAttribution(const Attribution& attribution);
    void forget();

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

    /// Where a pair's cell and the words beside the rows and above the columns lie.
    struct Layout {
        double label = 0;
        double line = 0;
        double cell = 0;  ///< its width
        double high = 0;  ///< its height

        [[nodiscard]] QRectF cellRect(int row, int column) const;
        [[nodiscard]] QRectF rowLabel(int row) const;
        [[nodiscard]] QRectF columnLabel(int column) const;
    };
    /// Rows for all methods but the first, columns for all but the last: below the diagonal. With more height
    /// than they need they are larger.
    [[nodiscard]] static Layout layOut(double width, double labelWidth, double lineHeight, double height = 0);

Q_SIGNALS:
    void agreementChanged(const QString& words);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void compare();
    [[nodiscard]] Layout matrixLayout() const;
    [[nodiscard]] QString tipAt(QPointF position) const;
    void paintCell(QPainter& painter, const QRectF& place, int one, int other) const;

    std::array<std::vector<float>, kMethodCount> m_values;  // the newest, without signs
    std::array<std::vector<double>, kMethodCount> m_ranks;  // of them; empty: to be found
    Agreement m_agreement;
    Glyph m_glyph{};
    Glyph m_compared{};  // whose maps are there
    LazyRefresh m_lazy;
};

}  // namespace glyphscope
