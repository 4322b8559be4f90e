// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/evaluation/evaluation_head.h"

#include "ui/evaluation/evaluation_text.h"
#include "ui/style/roles.h"
#include "ui/style/theme.h"
#include "ui/text/number_text.h"

#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

using namespace Qt::StringLiterals;

namespace glyphscope {
namespace {

QLabel* makeLabel(const QString& name, const QString& role, TextStyle style, QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setObjectName(name);
    setRole(label, role);
    label->setFont(font(style));
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

}  // namespace

EvaluationHead::EvaluationHead(QWidget* parent) : QWidget(parent)
{
    m_accuracy = makeLabel(u"evaluation.accuracy"_s, {}, TextStyle::Title, this);
    m_accuracy->setToolTip(tr("The share of the images that was read right"));
    m_details = makeLabel(u"evaluation.details"_s, {}, TextStyle::Body, this);
    m_details->setToolTip(tr("The loss is the mean cross-entropy, before any temperature of the weights"));
    m_what = makeLabel(u"evaluation.what"_s, u"muted"_s, TextStyle::Caption, this);
    m_problem = makeLabel(u"evaluation.problem"_s, u"bad"_s, TextStyle::Body, this);
    for (QLabel* label : {m_details, m_what, m_problem})
        label->setWordWrap(true);
    m_problem->hide();
    m_measure = new QPushButton(this);
    m_measure->setObjectName(u"evaluation.measureAgain"_s);
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(metrics::kGap);
    grid->setVerticalSpacing(1);
    grid->setColumnStretch(0, 1);
    grid->addWidget(m_accuracy, 0, 0);
    grid->addWidget(m_measure, 0, 1, Qt::AlignTop);
    grid->addWidget(m_details, 1, 0, 1, 2);
    grid->addWidget(m_what, 2, 0, 1, 2);
    grid->addWidget(m_problem, 3, 0, 1, 2);
    connect(m_measure, &QPushButton::clicked, this, &EvaluationHead::evaluateRequested);
}

void EvaluationHead::setEvaluation(const Evaluation& evaluation, const QString& what)
{
    m_accuracy->setText(percentText(evaluation.accuracy()));
    m_accuracy->setAccessibleName(tr("Accuracy %1").arg(percentText(evaluation.accuracy())));
    m_details->setText(headlineText(evaluation));
    m_what->setText(what);
    m_what->setVisible(!what.isEmpty());
}

void EvaluationHead::setMeasuring(const QString& words, const QString& tip, bool possible)
{
    m_measure->setText(words);
    m_measure->setToolTip(tip);
    m_measure->setEnabled(possible);
}

void EvaluationHead::setProblem(const QString& problem)
{
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
}

}  // namespace glyphscope
