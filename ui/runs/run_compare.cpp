// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/run_compare.h"

#include "ui/runs/class_bars.h"
#include "ui/runs/fact_sheet.h"
#include "ui/runs/run_curves_view.h"
#include "ui/runs/run_details.h"
#include "ui/runs/run_lines.h"
#include "ui/runs/run_text.h"
#include "ui/style/roles.h"
#include "ui/style/theme.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace glyphscope {
namespace {

constexpr int kCurvesBesideFrom = 900;  // width of the page

}  // namespace

RunCompare::RunCompare(QWidget* parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
    , m_lines{new RunLines(this), new RunLines(this), new RunLines(this)}
    , m_figures(new FactSheet(this))
    , m_view(new RunCurvesView(this))
    , m_classWords(new QLabel(this))
    , m_classes(new ClassBars(this))
    , m_settings(new FactSheet(this))
    , m_curvesPart(makeCurves())
    , m_factsPart(makeFacts())
{
    setObjectName(u"runs.compare"_s);
    m_figures->setObjectName(u"runs.compareFigures"_s);
    m_figures->setAccessibleName(tr("Results of both"));
    m_settings->setObjectName(u"runs.compareSettings"_s);
    m_settings->setAccessibleName(tr("Settings of both"));
    m_classWords->setObjectName(u"runs.classWords"_s);
    m_classWords->setWordWrap(true);
    setRole(m_classWords, u"muted"_s);
    m_grid->setContentsMargins(metrics::kPadding, metrics::kGap, metrics::kPadding, metrics::kPadding);
    m_grid->setHorizontalSpacing(metrics::kMargin);
    m_grid->setVerticalSpacing(metrics::kPadding);
    arrange();
}

QWidget* RunCompare::makeCurves()
{
    auto* part = new QWidget(this);
    auto* column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::kGap);
    column->addWidget(m_lines[0]);
    column->addWidget(m_view, 1);
    return part;
}

QWidget* RunCompare::makeFacts()
{
    auto* part = new QWidget(this);
    auto* column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::kGap);
    column->addWidget(m_lines[1]);
    column->addWidget(m_figures);
    column->addSpacing(metrics::kUnit);
    column->addWidget(makeHeading(tr("Class by class"), part));
    column->addWidget(m_classWords);
    column->addWidget(m_classes, 1);
    column->addSpacing(metrics::kUnit);
    column->addWidget(makeHeading(tr("Settings"), part));
    column->addWidget(m_lines[2]);
    column->addWidget(m_settings);
    column->addStretch(0);
    return part;
}

void RunCompare::arrange()
{
    const bool beside = width() >= kCurvesBesideFrom;
    if (m_grid->count() > 0 && beside == (m_grid->columnStretch(1) > 0))
        return;
    for (QWidget* part : {m_factsPart, m_curvesPart})
        m_grid->removeWidget(part);
    m_grid->addWidget(m_factsPart, beside ? 0 : 1, 0);
    m_grid->addWidget(m_curvesPart, 0, beside ? 1 : 0);
    m_grid->setColumnStretch(0, 2);
    m_grid->setColumnStretch(1, beside ? 3 : 0);
    m_grid->setRowStretch(0, 1);
    m_view->setStacked(beside);
}

void RunCompare::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

QStringList RunCompare::ids() const
{
    return {QString::fromStdString(m_runs[0].id), QString::fromStdString(m_runs[1].id)};
}

void RunCompare::setRuns(const RunInfo& one, const RunInfo& two, StylePair styles)
{
    const bool turned = two.startedAt < one.startedAt;
    const std::array runs = turned ? std::array{two, one} : std::array{one, two};
    for (std::size_t i = 0; i < runs.size(); ++i)
        if (runs[i].id != m_runs[i].id)
            m_curves[i].reset();
    m_runs = runs;
    m_styles = turned ? StylePair{styles.b, styles.a} : styles;
    m_figures->setPairs(factPairs(figuresOf(m_runs[0]), figuresOf(m_runs[1])));
    m_settings->setPairs(factPairs(settingsOf(m_runs[0]), settingsOf(m_runs[1])));
    const double names = std::max(m_figures->widestName(), m_settings->widestName());
    for (FactSheet* sheet : {m_figures, m_settings})
        sheet->setNameWidth(names);
    m_lines[0]->setRuns(m_runs, m_styles, 0);
    m_lines[1]->setRuns(m_runs, m_styles, names);
    m_lines[2]->setRuns(m_runs, m_styles, names);
    const std::vector<ClassPair> classes = classPairs(m_runs[0], m_runs[1]);
    m_classes->setPairs(classes);
    m_classes->setVisible(!classes.empty());
    m_classWords->setText(
        classes.empty() ? tr("There is nothing to compare until both were evaluated on the same classes.")
                        : tr("Test accuracy of the newer less that of the older, in points"));
    refreshCurves();
}

void RunCompare::setCurves(const QString& id, const std::shared_ptr<const RunCurves>& curves)
{
    for (std::size_t i = 0; i < m_runs.size(); ++i) {
        if (QString::fromStdString(m_runs[i].id) != id)
            continue;
        m_curves[i] = curves;
        refreshCurves();
    }
}

void RunCompare::refreshCurves()
{
    const QStringList names = distinctNames({m_runs[0], m_runs[1]});
    const auto run = [&](std::size_t i, int style) {
        return chartRun(QString::fromStdString(m_runs[i].id), names[static_cast<qsizetype>(i)], style,
                        m_curves[i]);
    };
    m_view->setRuns({run(0, m_styles.a), run(1, m_styles.b)});
}

}  // namespace glyphscope
