// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/dataset.h"
#include "model/types/raster.h"
#include "model/types/reliability.h"
#include "model/types/training_progress.h"
#include "ui/widgets/panel.h"

#include <QtCore/QStringList>

#include <memory>
#include <optional>

class QButtonGroup;
class QLabel;
class QPushButton;
class QSplitter;
class QStackedLayout;
class QToolButton;

namespace glyphscope {

class ClassPage;
class ConfusionModel;
class ConfusionView;
class ErrorLegend;
class EvaluationHead;
class ImagePage;
class ReliabilityPage;

/// Evaluation: how a labelled set was read. Accuracy, confusion matrix, the numbers of every class, how far
/// the answers can be relied on, and the images behind each of them.
class EvaluationPanel : public Panel {
    Q_OBJECT

public:
    explicit EvaluationPanel(QWidget* parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override { return {420, 720}; }

public Q_SLOTS:
    /// How `images` were read. `what` says which they are and by which weights: "Test set, after epoch 3".
    /// Selection, order and scrolling stay where they are. Without an evaluation nothing is measured.
    void setEvaluation(const std::shared_ptr<const glyphscope::Evaluation>& evaluation,
                       const std::shared_ptr<const glyphscope::Dataset>& images, const QString& what,
                       const QStringList& classNames, const glyphscope::Reliability& reliability = {});
    /// An evaluation was asked for and runs, or does no longer.
    void setRunning(bool running);
    /// Whether there is something to measure on; otherwise how to get it.
    void setDataState(bool available, const QString& howTo);
    /// The evaluation that ran came to nothing. Shown until the next.
    void setFailed(const QString& message);

Q_SIGNALS:
    void evaluateRequested();  ///< measure the weights in use on the test set
    /// `index` is the place in the set that was measured.
    void imageChosen(int index, const glyphscope::Glyph& glyph, int truth);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void refresh() override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    /// How the parts share the room: one above the other, side by side, or all three at once.
    enum class Arrangement { Stacked, Beside, Full };

    struct Measured {
        std::shared_ptr<const Evaluation> evaluation;
        std::shared_ptr<const Dataset> images;
        QString what;
        QStringList classNames;
        Reliability reliability;
    };

    [[nodiscard]] QWidget* makeEmptyPage();
    [[nodiscard]] QWidget* makeContent();
    [[nodiscard]] QWidget* makeViews();
    [[nodiscard]] QWidget* makeTabBar();
    [[nodiscard]] QWidget* makeMatrixPage();
    [[nodiscard]] QWidget* makeClassesColumn();
    void connectParts();
    void clear();
    void arrange();
    void shareRoom();
    void shareColumn();
    void showViews();
    [[nodiscard]] static bool sameImages(const Dataset& one, const Dataset& other);
    void choose(std::optional<int> truth, std::optional<int> answer);
    void showState();
    [[nodiscard]] QString emptyWords() const;

    std::optional<Measured> m_measured;
    std::shared_ptr<const Dataset> m_shownImages;
    bool m_running = false;
    bool m_available = true;
    QString m_howTo;
    QString m_problem;
    std::optional<Arrangement> m_arrangement;
    bool m_dragged = false;  // the user shared the room

    QStackedLayout* m_pages;
    QLabel* m_emptyWords = nullptr;
    QPushButton* m_measure = nullptr;
    EvaluationHead* m_head = nullptr;
    QSplitter* m_split = nullptr;
    QWidget* m_matrixPage = nullptr;
    ConfusionModel* m_matrixModel = nullptr;
    ConfusionView* m_matrix = nullptr;
    ErrorLegend* m_legend = nullptr;
    QWidget* m_classesColumn = nullptr;
    ClassPage* m_classes = nullptr;
    ReliabilityPage* m_reliability = nullptr;
    ImagePage* m_images = nullptr;
    QWidget* m_tabBar = nullptr;
    QButtonGroup* m_tabs = nullptr;
    QToolButton* m_percent = nullptr;
};

}  // namespace glyphscope
