// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/raster.h"
#include "ui/network/explanation_layout.h"
#include "ui/widgets/lazy_refresh.h"

#include <QtGui/QImage>
#include <QtWidgets/QAbstractScrollArea>

#include <optional>

namespace glyphscope {

/// How one value came about, number by number. Only the rows that are seen are painted. A click on a number
/// that went in asks for that one.
class ExplanationView : public QAbstractScrollArea {
    Q_OBJECT

public:
    explicit ExplanationView(QWidget* parent = nullptr);

    void setExplanation(UnitExplanation explanation);
    void setClassNames(const QStringList& names);
    void setHooks(std::vector<HookSpec> hooks);  ///< of the user: why a value is not what it should be
    void setGlyph(const Glyph& glyph);
    void clear();

    [[nodiscard]] const std::optional<UnitExplanation>& explanation() const { return m_explanation; }
    [[nodiscard]] const ExplanationText& text() const { return m_text; }
    [[nodiscard]] const ExplanationLayout& layoutOfPage() const { return m_layout; }
    /// A point of the page, in the viewport.
    [[nodiscard]] QPointF toViewport(QPointF page) const;

    [[nodiscard]] QSize sizeHint() const override { return {320, 280}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {200, 72}; }

Q_SIGNALS:
    void termChosen(int term);

protected:
    bool viewportEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void rebuild();
    void layOut();
    [[nodiscard]] ExplanationWords measure(double width) const;
    [[nodiscard]] QPointF toPage(QPointF viewport) const;
    [[nodiscard]] QString tipOf(int term) const;
    void paintPicture(QPainter& painter) const;
    void paintWords(QPainter& painter) const;
    void paintGridRow(QPainter& painter, std::size_t row) const;
    void paintTable(QPainter& painter, const QRectF& seen) const;

    std::optional<UnitExplanation> m_explanation;
    QStringList m_names;
    std::vector<HookSpec> m_hooks;
    Glyph m_glyph{};
    ExplanationText m_text;
    ExplanationLayout m_layout;
    LazyRefresh m_lazy;
};

}  // namespace glyphscope
