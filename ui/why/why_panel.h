// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/attribution.h"
#include "model/types/gradients.h"
#include "model/types/prediction.h"
#include "model/types/why_choice.h"
#include "ui/why/heat_image.h"
#include "ui/widgets/panel.h"

#include <QtCore/QStringList>

#include <optional>
#include <vector>

class QBoxLayout;
class QComboBox;
class QFrame;
class QLabel;
class QScrollArea;
class QStackedWidget;
class QToolButton;

namespace glyphscope {

class AttributionPage;
class ClassPicker;
class GradientPage;

/// Why the network answers as it does: which pixels a class' score rests on, and how the score's gradient
/// runs through the modules. Computes nothing itself: it says what is to be computed for every new drawing
/// while it is seen, and shows what comes.
class WhyPanel : public Panel {
    Q_OBJECT

public:
    explicit WhyPanel(QWidget* parent = nullptr);

    /// For the settings; what is out of range is brought into it.
    [[nodiscard]] WhyChoice choice() const;
    void setChoice(const WhyChoice& choice);
    [[nodiscard]] HeatLook look() const;  ///< in which the canvas is to show an overlay

public Q_SLOTS:
    void setEngineReady(bool ready);               ///< true until told otherwise
    void setClassNames(const QStringList& names);  ///< empty: the ten digits
    void setReading(const glyphscope::Reading& reading);
    void clear();  ///< nothing is drawn

    /// Results for another class than the one chosen now are ignored; those of another drawing than the
    /// present one are faint until its own are there.
    void setAttribution(const glyphscope::Attribution& attribution);
    void setGradients(const glyphscope::GradientReading& gradients);
    void setBusy(bool busy);
    void explainClass(int index);  ///< by its attributions, as if the user had chosen it; -1: the answer
    void setFailed(const QString& message);  ///< why nothing could be computed; until the next result

Q_SIGNALS:
    /// All that is to be computed for every new drawing from now on; nothing while it is not seen.
    void attributionsWanted(const std::vector<glyphscope::AttributionOptions>& wanted);
    void gradientsWanted(const std::optional<glyphscope::ClassTarget>& target);
    /// What the canvas is to show over the drawing that it is of, in the panel's look().
    void overlayChanged(const std::optional<glyphscope::Attribution>& overlay);

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void refresh() override;

private:
    enum class Page { Attributions, Gradients };

    void buildHeader(QWidget* parent, QBoxLayout& column);
    QFrame* buildTarget();
    QWidget* buildEmptyPage();
    void connectParts();
    void arrangeTarget();

    [[nodiscard]] ClassTarget wanted() const;
    [[nodiscard]] bool fits(const ClassTarget& target) const;
    void setPage(Page page);
    void updateChoice();
    void ask();
    void askForOverlay();
    void refreshState();
    void showScore(const ClassTarget& target, double score, const Glyph& glyph);
    void showAge();
    void showStatus();

    Page m_page = Page::Attributions;
    bool m_engineReady = true;
    bool m_busy = false;
    QString m_failure;
    QStringList m_names;
    Glyph m_glyph{};
    Prediction m_prediction;
    QStringList m_mapModules;  // whose outputs are maps
    bool m_modulesKnown = false;
    ClassTarget m_target;   // of what is shown now
    Glyph m_scoredGlyph{};  // of it
    std::vector<AttributionOptions> m_asked;
    std::optional<ClassTarget> m_askedGradients;
    bool m_overlaid = false;

    QToolButton* m_whyTab = nullptr;
    QToolButton* m_gradientsTab = nullptr;
    QLabel* m_status = nullptr;
    QStackedWidget* m_pages = nullptr;
    QScrollArea* m_scroll = nullptr;
    QLabel* m_emptyIcon = nullptr;
    QLabel* m_emptyTitle = nullptr;
    QLabel* m_emptyText = nullptr;
    QBoxLayout* m_targetRow = nullptr;
    ClassPicker* m_classes = nullptr;
    QComboBox* m_against = nullptr;
    QLabel* m_score = nullptr;
    AttributionPage* m_attributions = nullptr;
    GradientPage* m_gradients = nullptr;
};

}  // namespace glyphscope
