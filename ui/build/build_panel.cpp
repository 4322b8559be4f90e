// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/build/build_panel.h"

#include "model/spec/parse_code.h"
#include "model/spec/presets.h"
#include "model/spec/spec_edit.h"
#include "model/types/error.h"
#include "ui/build/apply_card.h"
#include "ui/build/build_bar.h"
#include "ui/build/kind_palette.h"
#include "ui/build/layer_clipboard.h"
#include "ui/build/network_rows.h"
#include "ui/build/problem_list.h"
#include "ui/style/theme.h"
#include "ui/text/message_text.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/thumbnail.h"

#include <QtCore/QMimeData>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QFrame>
#include <QtWidgets/QMenu>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace glyphscope {
namespace {

constexpr double kMostProblems = 0.4;  // of the panel's height

}  // namespace

BuildPanel::BuildPanel(QWidget* parent) : Panel(u"build.panel"_s, tr("Build"), parent)
{
    buildLayout();
    connectBar();
    connectRows();
    connect(m_palette, &KindPalette::wanted, this,
            [this](const QString& kind) { insertKind(kind, placeBehindChosen()); });
    connect(m_problems, &ProblemList::repairWanted, this, &BuildPanel::open);
    connect(m_problems, &ProblemList::placeChosen, this, [this](const SpecPlace& place) {
        m_rows->select({place, 1});
        m_rows->setFocus(Qt::OtherFocusReason);
    });
    connect(m_apply, &ApplyCard::applyWanted, this,
            [this] { Q_EMIT applyRequested(network(), m_apply->seed(), m_apply->start()); });
}

void BuildPanel::buildLayout()
{
    m_bar = new BuildBar(this);
    m_palette = new KindPalette(this);
    m_rows = new NetworkRows(this);
    m_problems = new ProblemList(this);
    m_apply = new ApplyCard(this);
    QFrame* kinds = makeCard(this);
    auto* left = new QVBoxLayout(kinds);
    left->setContentsMargins(metrics::kGap, metrics::kGap, metrics::kGap, metrics::kGap);
    left->addWidget(m_palette);
    QFrame* modules = makeCard(this);
    auto* right = new QVBoxLayout(modules);
    right->setContentsMargins(metrics::kGap, metrics::kGap, metrics::kGap, metrics::kGap);
    right->setSpacing(metrics::kGap);
    right->addWidget(m_bar);
    auto* list = new QVBoxLayout;
    list->setSpacing(0);
    list->addWidget(m_rows->titles());
    list->addWidget(m_rows, 1);
    right->addLayout(list, 1);
    right->addWidget(m_problems);
    right->addWidget(m_apply);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::kGap);
    kinds->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    row->addWidget(kinds);
    row->addWidget(modules, 1);
}

void BuildPanel::connectBar()
{
    const auto byRange = [this](auto edit) {
        return [this, edit] {
            withRange([this, edit](const LayerRange& rows) { return (m_document.*edit)(rows); });
        };
    };
    connect(m_bar, &BuildBar::presetWanted, this, &BuildPanel::usePreset);
    connect(m_bar, &BuildBar::newWanted, this, &BuildPanel::clearNetwork);
    connect(m_bar, &BuildBar::openWanted, this, &BuildPanel::openRequested);
    connect(m_bar, &BuildBar::recentWanted, this, &BuildPanel::recentRequested);
    connect(m_bar, &BuildBar::saveWanted, this, &BuildPanel::saveRequested);
    connect(m_bar, &BuildBar::pasteWanted, this, &BuildPanel::paste);
    connect(m_bar, &BuildBar::renameWanted, m_rows, &NetworkRows::rename);
    connect(m_bar, &BuildBar::duplicateWanted, this, byRange(&NetworkDocument::duplicate));
    connect(m_bar, &BuildBar::moveOutWanted, this, byRange(&NetworkDocument::moveOut));
    connect(m_bar, &BuildBar::moveInWanted, this, byRange(&NetworkDocument::moveIn));
    connect(m_bar, &BuildBar::moveByWanted, m_rows, &NetworkRows::moveByWanted);
    connect(m_bar, &BuildBar::wrapWanted, this, [this](const QString& kind) {
        withRange([&](const LayerRange& rows) { return m_document.wrap(rows, kind.toStdString()); });
    });
    connect(m_bar, &BuildBar::unwrapWanted, this,
            [this] { withRange([this](const LayerRange& rows) { return m_document.unwrap(rows.first); }); });
    connect(m_bar, &BuildBar::copyWanted, this, &BuildPanel::copyChosen);
    connect(m_bar, &BuildBar::cutWanted, m_rows, &NetworkRows::cutWanted);
    connect(m_bar, &BuildBar::removeWanted, this, &BuildPanel::removeChosen);
}

void BuildPanel::connectRows()
{
    const auto byRange = [this](auto edit) {
        return [this, edit] {
            withRange([this, edit](const LayerRange& rows) { return (m_document.*edit)(rows); });
        };
    };
    connect(m_rows, &NetworkRows::removeWanted, this, &BuildPanel::removeChosen);
    connect(m_rows, &NetworkRows::copyWanted, this, &BuildPanel::copyChosen);
    connect(m_rows, &NetworkRows::cutWanted, this, [this] { copyChosen(), removeChosen(); });
    connect(m_rows, &NetworkRows::pasteWanted, this, &BuildPanel::paste);
    connect(m_rows, &NetworkRows::moveByWanted, this, [this](int step) {
        withRange([this, step](const LayerRange& rows) { return m_document.moveBy(rows, step); });
    });
    connect(m_rows, &NetworkRows::moveOutWanted, this, byRange(&NetworkDocument::moveOut));
    connect(m_rows, &NetworkRows::moveInWanted, this, byRange(&NetworkDocument::moveIn));
    connect(m_rows, &NetworkRows::optionWanted, this,
            [this](const SpecPlace& place, const QString& option, const OptionValue& value) {
                if (m_document.setOption(place, option.toStdString(), value))
                    showEdited();
            });
    connect(m_rows, &NetworkRows::menuWanted, this,
            [this](const QPoint& at) { m_bar->moduleMenu()->popup(at); });
    connect(m_rows, &NetworkRows::chosen, this, &BuildPanel::showChosen);
    const NetworkRowModel* model = m_rows->rowModel();
    connect(model, &NetworkRowModel::renameWanted, this, [this](const SpecPlace& place, const QString& name) {
        // later: the field is still open
        QMetaObject::invokeMethod(
            this,
            [this, place, name] {
                if (!name.isEmpty() && m_document.rename(place, name.toStdString()))
                    edited(LayerRange{place, 1});
            },
            Qt::QueuedConnection);
    });
    connect(model, &NetworkRowModel::moveWanted, this,
            [this](const std::vector<SpecPlace>& places, const SpecPlace& to) {
                // later: the drag is not over yet
                QMetaObject::invokeMethod(
                    this, [this, places, to] { edited(m_document.move(places, to)); }, Qt::QueuedConnection);
            });
    connect(model, &NetworkRowModel::insertWanted, this, [this](const QString& kind, const SpecPlace& to) {
        QMetaObject::invokeMethod(
            this, [this, kind, to] { insertKind(kind, to); }, Qt::QueuedConnection);
    });
}

bool BuildPanel::isInUse() const
{
    return m_inUse && *m_inUse == network();
}

QString BuildPanel::chosenModule() const
{
    const NetworkRow* row = m_rows->rowModel()->rowOf(m_rows->currentIndex());
    return row == nullptr ? QString() : QString::fromStdString(row->path);
}

QString BuildPanel::title() const
{
    const QString preset = QString::fromStdString(titleOf(network()));
    return preset == u"Network"_s ? tr("This network") : preset;
}

void BuildPanel::setInUse(const NetworkSpec& network, const std::shared_ptr<const StateDict>& weights)
{
    const bool first = !m_inUse;
    const bool follows = first ? !m_restored : isInUse();
    m_inUse = network;
    m_weights = weights;
    m_reading.reset();
    if (follows && first)
        m_document.reset(network);
    else if (follows)
        m_document.replace(network, tr("Take the network in use"));
    showEdited();
}

void BuildPanel::restore(const NetworkSpec& network)
{
    m_restored = true;
    m_document.reset(network);
    showEdited();
}

void BuildPanel::open(const NetworkSpec& network, const QString& text)
{
    if (m_document.replace(network, text))
        showEdited();
}

void BuildPanel::setRecent(const QStringList& paths)
{
    m_bar->setRecent(paths);
}

void BuildPanel::setEngineReady(bool ready)
{
    m_apply->setReady(ready);
}

void BuildPanel::setBusy(bool busy)
{
    m_apply->setBusy(busy);
}

void BuildPanel::setReading(const std::shared_ptr<const Reading>& reading)
{
    m_reading = reading;
    changed();
}

void BuildPanel::setEditedReading(const std::shared_ptr<const Reading>& reading)
{
    m_editedReading = reading;
    changed();
}

/// One of the copies in a block that is repeated stands for all.
void BuildPanel::chooseModule(const QString& path)
{
    const auto found = std::ranges::find(m_verdict.layers, path.toStdString(), &NetworkLayer::path);
    if (found != m_verdict.layers.end())
        m_rows->select({found->place, 1});
}

void BuildPanel::undo()
{
    if (m_document.canUndo())
        edited(m_document.undo());
}

void BuildPanel::redo()
{
    if (m_document.canRedo())
        edited(m_document.redo());
}

void BuildPanel::edited(const NetworkDocument::Rows& rows)
{
    showEdited();
    if (rows)
        m_rows->select(*rows);
}

/// The verdict is given at once; repairs are looked for only where something is wrong.
void BuildPanel::showEdited()
{
    m_editedReading.reset();
    m_verdict = check(network(), false);
    addRepairs();
    const std::optional<SpecPlace> current = m_rows->currentPlace();
    m_rows->setRows(rowsOf(network(), m_verdict));
    if (current && !m_rows->currentPlace() && layerAt(network(), *current) != nullptr)
        m_rows->select({*current, 1});
    m_problems->setProblems(m_verdict.problems, m_verdict.warnings);
    std::optional<Growth> growth;
    if (m_verdict.fits() && m_weights)
        growth = growthOf(*m_weights, network());
    m_apply->setNetwork(title(), m_verdict, growth, isInUse());
    showChosen();
    changed();
    Q_EMIT undoChanged(m_document.undoText(), m_document.redoText());
    Q_EMIT networkChanged(network());
}

/// Of those that are shown: a long network may have a warning a layer.
void BuildPanel::addRepairs()
{
    std::size_t left = ProblemList::kMostCards;
    for (std::vector<NetworkProblem>* problems : {&m_verdict.problems, &m_verdict.warnings})
        for (NetworkProblem& problem : *problems)
            if (left > 0) {
                problem.repairs = repairsOf(network(), problem);
                --left;
            }
}

void BuildPanel::refresh()
{
    showPictures();
}

void BuildPanel::showPictures()
{
    QHash<QString, QImage> pictures;
    const bool inUse = isInUse();
    if (const std::shared_ptr<const Reading>& reading = inUse ? m_reading : m_editedReading)
        for (const ModuleOutput& output : reading->modules)
            pictures.insert(QString::fromStdString(output.name), mosaic(output));
    m_rows->rowModel()->setPictures(std::move(pictures), !inUse);
}

void BuildPanel::showChosen()
{
    const std::vector<SpecPlace> chosen = m_rows->selectedPlaces();
    const LayerSpec* layer = chosen.size() == 1 ? layerAt(network(), chosen.front()) : nullptr;
    const KindInfo* kind = layer == nullptr ? nullptr : kindNamed(layer->kind);
    m_bar->setChosen(static_cast<int>(chosen.size()), rangeOf(chosen).has_value(),
                     kind != nullptr && kind->isBlock());
    Q_EMIT moduleChosen(chosenModule());
}

void BuildPanel::withRange(const std::function<NetworkDocument::Rows(const LayerRange&)>& edit)
{
    const std::optional<LayerRange> rows = rangeOf(m_rows->selectedPlaces());
    if (!rows)
        return;
    if (const NetworkDocument::Rows after = edit(*rows))
        edited(after);
}

/// Inside a block that is chosen and empty.
SpecPlace BuildPanel::placeBehindChosen() const
{
    const std::vector<SpecPlace> chosen = m_rows->selectedPlaces();
    if (chosen.empty())
        return {network().layers.size()};
    SpecPlace place = chosen.back();
    const LayerSpec* layer = layerAt(network(), place);
    const KindInfo* kind = layer == nullptr ? nullptr : kindNamed(layer->kind);
    if (kind == nullptr || !kind->isBlock() || !layer->children.empty())
        return besides(place, 1);
    place.push_back(0);
    return place;
}

void BuildPanel::insertKind(const QString& kind, const SpecPlace& place)
{
    LayerSpec layer = newLayer(kind.toStdString());
    if (const std::vector<LayerSpec>* siblings = layersAt(network(), blockOf(place)))
        layer.name = freeName(*siblings, layer.name);
    edited(m_document.insert(place, {std::move(layer)}));
}

void BuildPanel::usePreset(const QString& name)
{
    const Preset* preset = presetNamed(name.toStdString());
    if (preset == nullptr)
        return;
    const std::vector<std::string> classes = network().classes;
    NetworkSpec made = preset->make(static_cast<int>(classes.size()));
    made.classes = classes;
    open(made, tr("Begin with %1").arg(QString::fromStdString(std::string(preset->title))));
}

void BuildPanel::clearNetwork()
{
    NetworkSpec empty = network();
    empty.layers.clear();
    open(empty, tr("Begin an empty network"));
}

void BuildPanel::copyChosen()
{
    std::vector<LayerSpec> layers;
    for (const SpecPlace& place : m_rows->selectedPlaces())
        layers.push_back(*layerAt(network(), place));
    if (!layers.empty())
        copyLayers(network(), std::move(layers));
}

void BuildPanel::removeChosen()
{
    const std::vector<SpecPlace> places = m_rows->selectedPlaces();
    if (!places.empty())
        edited(m_document.remove(places));
}

void BuildPanel::paste()
{
    const QMimeData* clipped = QGuiApplication::clipboard()->mimeData();
    if (clipped == nullptr)
        return;
    try {
        const Pasted pasted = pastedFrom(*clipped);
        if (const auto* part = std::get_if<PastedLayers>(&pasted)) {
            const auto count = static_cast<int>(part->layers.size());
            edited(m_document.insert(placeBehindChosen(), part->layers,
                                     tr("Paste %n module(s)", nullptr, count)));
        } else if (const auto* whole = std::get_if<NetworkSpec>(&pasted)) {
            open(*whole, tr("Paste a network"));
        } else if (const QString text = std::get<QString>(pasted); !text.trimmed().isEmpty()) {
            pasteCode(text);
        } else {
            Q_EMIT failed(tr("There is no network on the clipboard. Copy modules, nn.Sequential(...) or the "
                             "text of print(model), and paste again."));
        }
    } catch (const Error& error) {
        Q_EMIT failed(messageText(error.message()));
    }
}

/// With the classes in use where they are as many.
void BuildPanel::pasteCode(const QString& text)
{
    const MessageArgument place(Message(GLYPHSCOPE_TEXT("Spec", "What is on the clipboard")));
    NetworkSpec pasted = parseNetwork(text.toStdString(), place);
    if (pasted.classes.size() == network().classes.size())
        pasted.classes = network().classes;
    open(pasted, tr("Paste a network"));
}

void BuildPanel::resizeEvent(QResizeEvent* event)
{
    Panel::resizeEvent(event);
    m_problems->setMaximumHeight(static_cast<int>(kMostProblems * height()));
}

}  // namespace glyphscope
