// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/hook_badge.h"

#include "ui/style/contrast.h"
#include "ui/style/theme.h"
#include "ui/text/glossary.h"
#include "ui/text/hook_text.h"
#include "ui/text/joined_text.h"
#include "ui/widgets/parts.h"

#include <QtGui/QPainter>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QToolButton>

using namespace Qt::StringLiterals;

namespace glyphscope {
namespace {

QToolButton* makeBadgeButton(const QString& name, const QString& text, const QString& tip, QWidget* parent)
{
    auto* button = new QToolButton(parent);
    button->setObjectName(name);
    button->setText(text);
    button->setToolTip(tip);
    button->setProperty("small", true);
    button->setProperty("outlined", true);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setSizePolicy(QSizePolicy::MinimumExpanding, QSizePolicy::Fixed);
    return button;
}

}  // namespace

HookBadge::HookBadge(QWidget* parent) : QFrame(parent)
{
    setObjectName(u"hookBadge"_s);
    m_words = makeWords(u"hookBadge.words"_s, u"caution"_s, TextStyle::Caption, this);
    QToolButton* off = makeBadgeButton(u"hookBadge.off"_s, tr("Off"),
                                       tr("Switch these hooks off; they stay in the list"), this);
    QToolButton* show =
        makeBadgeButton(u"hookBadge.show"_s, tr("Show"), tr("Show the hook in its panel"), this);
    auto* buttons = new QVBoxLayout;
    buttons->setSpacing(2);
    buttons->addWidget(off);
    buttons->addWidget(show);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(metrics::kGap, metrics::kUnit, metrics::kUnit, metrics::kUnit);
    row->setSpacing(metrics::kGap);
    row->addWidget(m_words, 1);
    row->addLayout(buttons);
    connect(off, &QToolButton::clicked, this, [this] {
        std::vector<std::uint64_t> ids;
        for (const HookSpec& hook : m_hooks)
            ids.push_back(hook.id);
        Q_EMIT offRequested(ids);
    });
    connect(show, &QToolButton::clicked, this, [this] {
        if (!m_hooks.empty())
            Q_EMIT showRequested(m_hooks.front().id);
    });
    refresh();
}

void HookBadge::setHooks(const std::vector<HookSpec>& hooks)
{
    m_hooks = hooks;
    refresh();
}

void HookBadge::setWithout(const std::optional<Prediction>& without)
{
    m_without = without;
    refresh();
}

void HookBadge::refresh()
{
    const QString change = hookChangesText(m_hooks);
    m_words->setText(sentences({change, withoutHooksText(m_without, static_cast<int>(m_hooks.size()))}));
    m_words->setToolTip(withMeaning(hooksTip(m_hooks, m_without), {GlossaryTerm::Hook}));
    setVisible(!m_hooks.empty());
}

void HookBadge::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(blend(theme().surface, theme().caution, 0.5));
    painter.setBrush(blend(theme().surface, theme().caution, 0.08));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), metrics::kRadius,
                            metrics::kRadius);
}

QString hooksTip(const std::vector<HookSpec>& hooks, const std::optional<Prediction>& without)
{
    QStringList lines;
    for (const HookSpec& hook : hooks)
        lines << hookChangeText(hook);
    const QString answer = withoutHooksText(without, static_cast<int>(hooks.size()));
    if (!answer.isEmpty())
        lines << answer;
    return lines.join(u'\n');
}

}  // namespace glyphscope
