// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/hooks/no_hooks_page.h"

#include "ui/style/roles.h"
#include "ui/style/theme.h"

#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace glyphscope {

namespace {

constexpr int kRoomForTries = 214;  // height from which the presets are offered as buttons

}  // namespace

NoHooksPage::NoHooksPage(QWidget* parent)
    : QWidget(parent), m_add(new QPushButton(tr("Add a hook"), this)), m_tries(new QWidget(this))
{
    setObjectName(u"hooks.empty"_s);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::kPadding, metrics::kUnit, metrics::kPadding, metrics::kUnit);
    layout->setSpacing(metrics::kGap);
    auto* words =
        new QLabel(tr("A hook is called whenever its module runs. It sees the value that goes by, and may "
                      "change it."),
                   this);
    words->setObjectName(u"hooks.emptyText"_s);
    words->setAlignment(Qt::AlignCenter);
    words->setWordWrap(true);
    setRole(words, u"muted"_s);
    m_add->setObjectName(u"hooks.addFirst"_s);
    m_add->setProperty("primary", true);
    m_add->setToolTip(tr("Add a hook: choose its kind, its module and what it does"));
    connect(m_add, &QPushButton::clicked, this, &NoHooksPage::addWanted);
    m_tries->setObjectName(u"hooks.tries"_s);
    auto* tries = new QVBoxLayout(m_tries);
    tries->setContentsMargins(0, metrics::kGap, 0, 0);
    tries->setSpacing(2);
    layout->addStretch(1);
    layout->addWidget(words);
    layout->addWidget(m_add, 0, Qt::AlignHCenter);
    layout->addWidget(m_tries, 0, Qt::AlignHCenter);
    layout->addStretch(1);
}

void NoHooksPage::setPresets(const std::vector<HookPreset>& presets)
{
    qDeleteAll(m_tries->findChildren<QToolButton*>());
    for (const HookPreset& preset : presets) {
        auto* button = new QToolButton(m_tries);
        button->setText(preset.text);
        button->setProperty("segment", true);
        button->setToolTip(tr("Add this hook"));
        button->setMinimumWidth(button->fontMetrics().horizontalAdvance(preset.text) + 2 * metrics::kPadding +
                                4);
        connect(button, &QToolButton::clicked, this,
                [this, spec = preset.spec] { Q_EMIT presetChosen(spec); });
        m_tries->layout()->addWidget(button);
        m_tries->layout()->setAlignment(button, Qt::AlignHCenter);
    }
}

void NoHooksPage::setAddable(bool addable)
{
    m_add->setVisible(addable);
}

void NoHooksPage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_tries->setVisible(height() >= kRoomForTries);
}

}  // namespace glyphscope
