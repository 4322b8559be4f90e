// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/run_progress.h"

#include "ui/style/theme.h"
#include "ui/text/number_text.h"
#include "ui/text/training_numbers.h"
#include "ui/widgets/number_grid.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QProgressBar>

namespace glyphscope {

using namespace Qt::StringLiterals;

RunProgress::RunProgress(QWidget* parent)
    : QWidget(parent)
    , m_bar(new QProgressBar(this))
    , m_numbers(new NumberGrid({tr("Epoch"), tr("Step"), tr("Time left"), tr("Images/s"), tr("Loss"),
                                tr("Accuracy"), tr("Learning rate"), tr("Gradient norm")},
                               NumberGridLook::running(), this))
{
    m_bar->setObjectName(u"training.progress"_s);
    m_bar->setAccessibleName(tr("Progress"));
    m_bar->setRange(0, 1000);
    m_bar->setTextVisible(false);
    m_numbers->setObjectName(u"training.numbers"_s);
    m_numbers->setAccessibleName(tr("Progress in numbers"));
    m_numbers->setToolTip(
        tr("Loss and accuracy are those of the last batch; the gradient norm is that of all "
           "weights together"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::kUnit);
    layout->addWidget(m_bar);
    layout->addWidget(m_numbers);
    showNumbers();
}

void RunProgress::clear()
{
    m_newest = {};
    showNumbers();
}

void RunProgress::add(const StepStats& newest)
{
    m_newest = newest;
    showNumbers();
}

void RunProgress::setEpochs(int epochs)
{
    m_epochs = epochs;
    showNumbers();
}

void RunProgress::setGoing(bool going)
{
    m_going = going;
    showNumbers();
}

QString RunProgress::epochText() const
{
    return tr("%1 of %2").arg(epochUnderWay(m_newest.epoch, m_epochs)).arg(m_epochs);
}

void RunProgress::showNumbers()
{
    m_bar->setValue(static_cast<int>(progressOf(m_newest) * m_bar->maximum()));
    const QString percent = QString::number(static_cast<int>(100 * progressOf(m_newest))) + u"\u00a0%"_s;
    m_bar->setToolTip(tr("%1 of the steps of this run are done").arg(percent));
    if (m_newest.step == 0) {
        m_numbers->setValues({});
        return;
    }
    m_numbers->setValues({epochText(), countText(static_cast<double>(m_newest.step)),
                          m_going ? durationText(secondsLeft(m_newest)) : QString(),
                          rateText(m_newest.imagesPerSecond), lossText(m_newest.loss),
                          percentText(m_newest.accuracy), significantText(m_newest.learningRate, 3),
                          significantText(m_newest.gradientNorm, 3)});
}

}  // namespace glyphscope
