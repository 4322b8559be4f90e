// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/raster.h"
#include "model/types/train_options.h"

#include <QtWidgets/QWidget>

#include <optional>
#include <vector>

class QTimer;

namespace glyphscope {

/// Training digits above the same digits as training would see them, with a new distortion twice a second. It
/// asks for each redrawing by wanted() while it is visible, and says once that it needs no more.
class AugmentationPreview : public QWidget {
    Q_OBJECT

public:
    static constexpr int kPeriod = 500;  ///< milliseconds between redrawings

    explicit AugmentationPreview(QWidget* parent = nullptr);

    void setAugmentation(const Augmentation& augmentation);
    /// Every drawing of ink has that habit of pens (kPenHabits), and no other; empty: as training varies
    /// them.
    void setHabit(const QString& habit);
    /// `distorted` has a glyph for each of `originals`.
    void setGlyphs(const std::vector<Glyph>& originals, const std::vector<Glyph>& distorted);
    [[nodiscard]] const std::vector<Glyph>& originals() const { return m_originals; }
    [[nodiscard]] const std::vector<Glyph>& distorted() const { return m_distorted; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

Q_SIGNALS:
    void wanted(const std::optional<glyphscope::Augmentation>& augmentation, const QString& habit = {});

protected:
    void paintEvent(QPaintEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void ask();
    [[nodiscard]] int count() const;

    Augmentation m_augmentation;
    QString m_habit;
    std::vector<Glyph> m_originals;
    std::vector<Glyph> m_distorted;
    QTimer* m_clock;
    bool m_asking = false;  // what was last wanted was not nothing
};

}  // namespace glyphscope
