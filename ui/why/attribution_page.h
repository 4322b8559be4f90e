// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/why_choice.h"
#include "ui/why/heat_image.h"
#include "ui/why/method_gallery.h"

#include <QtWidgets/QWidget>

#include <array>
#include <optional>
#include <vector>

class QCheckBox;
class QFrame;
class QGridLayout;
class QLabel;
class QSlider;

namespace glyphscope {

class AgreementMatrix;
class HeatView;
class MethodOptions;

/// Which pixels a score rests on: all methods small, the chosen one large, and how far they agree.
class AttributionPage : public QWidget {
    Q_OBJECT

public:
    explicit AttributionPage(QWidget* parent = nullptr);

    [[nodiscard]] HeatLook look() const;
    [[nodiscard]] std::vector<AttributionOptions> optionsFor(const ClassTarget& target) const;
    [[nodiscard]] WhyChoice choice() const;
    void setChoice(const WhyChoice& choice);
    /// What the canvas is to show: the chosen method's map, if that is wanted and there is one.
    [[nodiscard]] std::optional<Attribution> overlay() const;

    void setMapModules(const QStringList& names);  ///< whose maps Grad-CAM can take
    void setGlyph(const Glyph& glyph);             ///< the present drawing; maps of another are faint
    void
    setAttribution(const Attribution& attribution);  ///< of another class than those before: forgets them
    void forget();                                   ///< all attributions

Q_SIGNALS:
    void optionsChanged();
    void overlayChanged();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QFrame* buildGallery();
    QFrame* buildLarge();
    QFrame* buildAgreement();
    QWidget* buildWords(QWidget* parent);
    QWidget* buildSettings(QWidget* parent);
    QWidget* buildControls(QWidget* parent);
    void arrange();
    void arrangeLarge();

    [[nodiscard]] const std::optional<Attribution>& current() const;
    void showMethod();
    void showCurrent();
    void applyLook();

    std::array<std::optional<Attribution>, kMethodCount> m_attributions;
    ClassTarget m_target;   // of all that are there
    bool m_hasMaps = true;  // until told otherwise

    QGridLayout* m_grid = nullptr;
    QGridLayout* m_largeGrid = nullptr;
    QWidget* m_words = nullptr;
    QWidget* m_settings = nullptr;
    QFrame* m_galleryCard = nullptr;
    QFrame* m_largeCard = nullptr;
    QFrame* m_agreementCard = nullptr;
    MethodGallery* m_gallery = nullptr;
    HeatView* m_heat = nullptr;
    AgreementMatrix* m_agreement = nullptr;
    MethodOptions* m_options = nullptr;
    QLabel* m_title = nullptr;
    QLabel* m_sentence = nullptr;
    QLabel* m_paper = nullptr;
    QLabel* m_completeness = nullptr;
    QLabel* m_agreementWords = nullptr;
    QSlider* m_opacity = nullptr;
    QCheckBox* m_smooth = nullptr;
    QCheckBox* m_onCanvas = nullptr;
};

}  // namespace glyphscope
