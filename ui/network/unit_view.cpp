// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/network/unit_view.h"

#include "ui/network/explanation_view.h"
#include "ui/network/module_content.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QToolButton>

namespace glyphscope {

using namespace Qt::StringLiterals;

UnitView::UnitView(const ModuleContent& content, QWidget* parent)
    : QWidget(parent)
    , m_content(content)
    , m_title(new QLabel(this))
    , m_close(new QToolButton(this))
    , m_explanation(new ExplanationView(this))
{
    m_title->setObjectName(u"module.unitTitle"_s);
    m_title->setFont(glyphscope::font(TextStyle::Heading));
    m_title->setWordWrap(true);
    m_close->setObjectName(u"module.unitClose"_s);
    m_close->setProperty("small", true);
    m_close->setIcon(icon(u"close"_s));
    m_close->setToolTip(tr("Let go of this value (Escape)"));
    m_close->setAccessibleName(tr("Let go of this value"));
    m_explanation->setObjectName(u"module.explanation"_s);
    auto* head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_close, 0, Qt::AlignTop);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::kUnit);
    layout->addLayout(head);
    layout->addWidget(m_explanation, 1);
    connect(m_close, &QToolButton::clicked, this, &UnitView::closed);
    connect(m_explanation, &ExplanationView::termChosen, this, &UnitView::chooseTerm);
    showTitle();
}

void UnitView::setUnit(const UnitAddress& unit)
{
    m_unit = unit;
    m_close->show();
}

void UnitView::clearUnit()
{
    m_unit.reset();
    m_explanation->clear();
    showTitle();
}

void UnitView::setExplanation(const UnitExplanation& explanation)
{
    if (!m_unit || !(*m_unit == explanation.unit))
        return;
    m_explanation->setExplanation(explanation);
    showTitle();
}

void UnitView::clearDrawing()
{
    m_explanation->setGlyph({});
    m_explanation->clear();
}

void UnitView::setGlyph(const Glyph& glyph)
{
    m_explanation->setGlyph(glyph);
}

void UnitView::setClassNames(const QStringList& names)
{
    m_explanation->setClassNames(names);
}

void UnitView::setHooks(const std::vector<HookSpec>& hooks)
{
    m_explanation->setHooks(hooks);
}

void UnitView::chooseTerm(int term)
{
    const std::optional<UnitExplanation>& explanation = m_explanation->explanation();
    if (!explanation || term < 0 || static_cast<std::size_t>(term) >= explanation->terms.size())
        return;
    if (const std::optional<UnitAddress> unit =
            unitOfTerm(m_content.steps(), *explanation, explanation->terms[static_cast<std::size_t>(term)]))
        Q_EMIT inputChosen(*unit);
}

void UnitView::showTitle()
{
    const std::optional<UnitExplanation>& explanation = m_explanation->explanation();
    m_close->setVisible(m_unit.has_value());
    if (!explanation) {
        m_title->setText(tr("One value explained"));
        return;
    }
    const UnitAddress& unit = explanation->unit;
    const std::size_t step = stepOf(m_content.steps(), unit.module);
    const QString place = step == 0 ? QString::number(unit.index)
                                    : placeText(m_content.steps(), step, unit.index, m_content.classNames());
    m_title->setText(u"%1, %2"_s.arg(QString::fromStdString(unit.module), place));
}

}  // namespace glyphscope
