// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/evaluation/evaluation_panel.h"

#include "ui/evaluation/class_page.h"
#include "ui/evaluation/confusion_model.h"
#include "ui/evaluation/confusion_view.h"
#include "ui/evaluation/error_legend.h"
#include "ui/evaluation/evaluation_head.h"
#include "ui/evaluation/image_page.h"
#include "ui/evaluation/reliability_page.h"
#include "ui/style/class_name.h"
#include "ui/style/roles.h"

#include <QtGui/QResizeEvent>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QStackedLayout>

using namespace Qt::StringLiterals;

namespace glyphscope {

EvaluationPanel::EvaluationPanel(QWidget* parent)
    : Panel(u"evaluationPanel"_s, tr("Evaluation"), parent), m_pages(new QStackedLayout(this))
{
    m_pages->addWidget(makeEmptyPage());
    m_pages->addWidget(makeContent());
    connectParts();
    arrange();
    showState();
}

/// The same set, also where it was read from its files a second time.
bool EvaluationPanel::sameImages(const Dataset& one, const Dataset& other)
{
    return &one == &other ||
           (one.classes == other.classes && one.labels == other.labels && one.images == other.images);
}

void EvaluationPanel::setEvaluation(const std::shared_ptr<const Evaluation>& evaluation,
                                    const std::shared_ptr<const Dataset>& images, const QString& what,
                                    const QStringList& classNames, const Reliability& reliability)
{
    if (!evaluation) {
        clear();
        return;
    }
    m_measured =
        Measured{evaluation, images ? images : std::make_shared<const Dataset>(), what, {}, reliability};
    for (int i = 0; i < evaluation->classCount; ++i)
        m_measured->classNames += className(classNames, i);
    m_problem.clear();
    changed();
    showState();
}

void EvaluationPanel::refresh()
{
    if (!m_measured)
        return;
    const Measured& now = *m_measured;
    if (!m_shownImages || !sameImages(*m_shownImages, *now.images))
        choose({}, {});
    m_shownImages = now.images;
    m_head->setEvaluation(*now.evaluation, now.what);
    m_matrixModel->setEvaluation(now.evaluation);
    m_matrixModel->setClassNames(now.classNames);
    m_legend->setGreatest(m_matrixModel->greatestError());
    m_classes->setNumbers(classNumbers(*now.evaluation));
    m_classes->setClassNames(now.classNames);
    m_images->setClassNames(now.classNames);
    m_images->setEvaluation(now.evaluation, now.images);
    m_reliability->setReliability(now.reliability);
    showViews();
}

void EvaluationPanel::clear()
{
    m_measured.reset();
    m_problem.clear();
    showState();
}

void EvaluationPanel::setRunning(bool running)
{
    m_running = running;
    if (running)
        m_problem.clear();
    showState();
}

void EvaluationPanel::setDataState(bool available, const QString& howTo)
{
    m_available = available;
    m_howTo = howTo;
    showState();
}

void EvaluationPanel::setFailed(const QString& message)
{
    m_running = false;
    m_problem = message;
    showState();
}

void EvaluationPanel::choose(std::optional<int> truth, std::optional<int> answer)
{
    m_images->choose(truth, answer);
    m_matrix->setCell(truth && answer ? std::optional(ConfusionView::Cell{*truth, *answer}) : std::nullopt);
}

QString EvaluationPanel::emptyWords() const
{
    if (!m_problem.isEmpty())
        return m_problem;
    if (m_running)
        return tr("Measuring: every image of the test set is read once.");
    if (!m_available)
        return m_howTo;
    if (m_measured)
        return tr("There are no images to measure on.");
    return tr(
        "Not measured yet. See how the network reads the whole test set: which classes it confuses, and "
        "the images behind every number.");
}

void EvaluationPanel::showState()
{
    const bool measured = m_measured && m_measured->evaluation->count > 0;
    const bool possible = m_available && !m_running;
    const QString tip = m_available ? tr("Read the whole test set with the weights in use") : m_howTo;
    m_head->setMeasuring(m_running ? tr("Measuring\u2026") : tr("Measure again"), tip, possible);
    m_head->setProblem(m_problem);
    m_measure->setText(m_running ? tr("Measuring\u2026") : tr("Measure"));
    m_measure->setToolTip(tip);
    m_measure->setEnabled(possible);
    m_measure->setVisible(m_available);
    m_emptyWords->setText(emptyWords());
    setRole(m_emptyWords, m_problem.isEmpty() ? u"muted"_s : u"bad"_s);
    m_pages->setCurrentIndex(measured ? 1 : 0);
}

void EvaluationPanel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

}  // namespace glyphscope
