// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/build/build_bar.h"

#include "model/spec/layer_kinds.h"
#include "model/spec/presets.h"
#include "ui/style/theme.h"
#include "ui/text/number_text.h"
#include "ui/widgets/wrapping_row.h"

#include <QtCore/QFileInfo>
#include <QtWidgets/QMenu>
#include <QtWidgets/QToolButton>

using namespace Qt::StringLiterals;

namespace glyphscope {
namespace {

QString asText(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

}  // namespace

BuildBar::BuildBar(QWidget* parent)
    : QWidget(parent), m_openMenu(new QMenu(this)), m_moduleMenu(new QMenu(this))
{
    auto* row = new WrappingRow(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::kUnit);
    QToolButton* presetsButton =
        addButton(u"build.presets"_s, tr("Presets"), tr("Begin with a network that comes with the program"));
    auto* presetsMenu = new QMenu(this);
    presetsMenu->setObjectName(u"build.presetMenu"_s);
    fillPresets(presetsMenu);
    presetsButton->setMenu(presetsMenu);
    presetsButton->setPopupMode(QToolButton::InstantPopup);
    connect(
        addButton(u"build.new"_s, tr("New"), tr("Begin with an empty network; Undo brings this one back")),
        &QToolButton::clicked, this, &BuildBar::newWanted);
    QToolButton* openButton =
        addButton(u"build.open"_s, tr("Open"), tr("Open a network from a file (.json)"));
    m_openMenu->setObjectName(u"build.openMenu"_s);
    openButton->setMenu(m_openMenu);
    openButton->setPopupMode(QToolButton::InstantPopup);
    setRecent({});
    connect(addButton(u"build.save"_s, tr("Save as…"), tr("Save the edited network as a file (.json)")),
            &QToolButton::clicked, this, &BuildBar::saveWanted);
    connect(addButton(u"build.paste"_s, tr("Paste"),
                      tr("Paste copied modules, nn.Sequential(...), or the text of print(model)")),
            &QToolButton::clicked, this, &BuildBar::pasteWanted);
    QToolButton* moduleButton =
        addButton(u"build.module"_s, tr("Module"), tr("What can be done with the chosen modules"));
    m_moduleMenu->setObjectName(u"build.moduleMenu"_s);
    buildModuleMenu();
    moduleButton->setMenu(m_moduleMenu);
    moduleButton->setPopupMode(QToolButton::InstantPopup);
    for (QToolButton* button : {presetsButton, openButton, moduleButton})
        button->setMinimumWidth(button->minimumWidth() + metrics::kMargin);
    setChosen(0, false, false);
}

QToolButton* BuildBar::addButton(const QString& name, const QString& text, const QString& tip)
{
    auto* button = new QToolButton(this);
    button->setObjectName(name);
    button->setText(text);
    button->setToolTip(tip);
    button->setProperty("outlined", true);
    button->setFocusPolicy(Qt::StrongFocus);
    // The style sheet's padding is not in QToolButton's size hint.
    button->setMinimumWidth(button->fontMetrics().horizontalAdvance(text) + metrics::kPadding + 2);
    layout()->addWidget(button);
    return button;
}

void BuildBar::fillPresets(QMenu* menu)
{
    for (const Preset& preset : presets()) {
        QAction* action = menu->addAction(asText(preset.title));
        action->setObjectName(u"build.preset."_s + asText(preset.name));
        connect(action, &QAction::triggered, this,
                [this, name = asText(preset.name)] { Q_EMIT presetWanted(name); });
    }
}

void BuildBar::setRecent(const QStringList& paths)
{
    m_openMenu->clear();
    m_openMenu->addAction(tr("Open a file…"), this, &BuildBar::openWanted)
        ->setObjectName(u"build.openFile"_s);
    if (paths.isEmpty())
        return;
    m_openMenu->addSeparator();
    for (const QString& path : paths) {
        QAction* action = m_openMenu->addAction(QFileInfo(path).fileName().replace(u'&', u"&&"_s));
        action->setToolTip(path);
        connect(action, &QAction::triggered, this, [this, path] { Q_EMIT recentWanted(path); });
    }
    m_openMenu->setToolTipsVisible(true);
}

void BuildBar::buildModuleMenu()
{
    const auto add = [this](const QString& text, auto signal) {
        QAction* action = m_moduleMenu->addAction(text);
        connect(action, &QAction::triggered, this, signal);
        m_ofAny += action;
        return action;
    };
    const auto addForRange = [&](const QString& text, auto signal) {
        QAction* action = add(text, signal);
        m_ofRange += action;
        return action;
    };
    m_rename = add(tr("Rename\tF2"), &BuildBar::renameWanted);
    addForRange(tr("Duplicate"), &BuildBar::duplicateWanted);
    m_moduleMenu->addSeparator();
    for (const KindInfo& kind : layerKinds())
        if (kind.isBlock())
            addForRange(tr("Wrap in %1").arg(asText(kind.name)), [this, name = asText(kind.name)] {
                Q_EMIT wrapWanted(name);
            })->setObjectName(u"build.wrap."_s + asText(kind.name));
    m_unwrap = add(tr("Unwrap"), &BuildBar::unwrapWanted);
    m_moduleMenu->addSeparator();
    addForRange(tr("Move up\tAlt+Up"), [this] { Q_EMIT moveByWanted(-1); });
    addForRange(tr("Move down\tAlt+Down"), [this] { Q_EMIT moveByWanted(1); });
    addForRange(tr("Move out of its block\tAlt+Left"), &BuildBar::moveOutWanted);
    addForRange(tr("Move into the block beside it\tAlt+Right"), &BuildBar::moveInWanted);
    m_moduleMenu->addSeparator();
    add(tr("Cut\tCtrl+X"), &BuildBar::cutWanted);
    add(tr("Copy\tCtrl+C"), &BuildBar::copyWanted);
    connect(m_moduleMenu->addAction(tr("Paste\tCtrl+V")), &QAction::triggered, this, &BuildBar::pasteWanted);
    add(tr("Remove\tDel"), &BuildBar::removeWanted)->setObjectName(u"build.remove"_s);
}

void BuildBar::setChosen(int count, bool isRange, bool isBlock)
{
    for (QAction* action : m_ofAny)
        action->setEnabled(count > 0);
    for (QAction* action : m_ofRange)
        action->setEnabled(isRange);
    m_rename->setEnabled(count == 1);
    m_unwrap->setEnabled(count == 1 && isBlock);
}

}  // namespace glyphscope
