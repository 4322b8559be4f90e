// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/controllers/build_controller.h"

#include "app/controllers/file_dialogs.h"
#include "app/controllers/network_title.h"
#include "app/session/engine_session.h"
#include "app/session/task_session.h"
#include "app/settings/settings.h"
#include "app/text/file_name.h"
#include "app/text/message_text.h"
#include "model/checkpoint/atomic_file.h"
#include "model/spec/presets.h"
#include "model/spec/spec_json.h"
#include "model/spec/spec_of.h"
#include "model/types/error.h"
#include "ui/build/build_panel.h"
#include "ui/build/code_panel.h"
#include "ui/widgets/notice_bar.h"

#include <QtCore/QFileInfo>

#include <memory>
#include <span>
#include <system_error>
#include <utility>

using namespace Qt::StringLiterals;

namespace glyphscope {
namespace {

constexpr qsizetype kMostRecent = 8;

NetworkSpec readNetworkFile(const std::filesystem::path& file, const MessageArgument& name)
{
    const std::vector<std::byte> bytes = readWhole(file, SpecLimits::kBytes);
    return readSpec({reinterpret_cast<const char*>(bytes.data()), bytes.size()}, name);
}

void writeNetworkFile(const std::filesystem::path& file, const NetworkSpec& network)
{
    const std::string json = encodeSpec(network) + '\n';
    writeAtomically(file, std::as_bytes(std::span(json)));
}

}  // namespace

BuildController::BuildController(const Parts& parts, std::filesystem::path file)
    : m_parts(parts), m_file(std::move(file)), m_reader(parts.engine)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(kInterval);
    connect(&m_pause, &QTimer::timeout, this, &BuildController::keepEdits);
    BuildPanel* panel = &m_parts.build;
    connect(panel, &BuildPanel::networkChanged, this, &BuildController::noteEdit);
    connect(panel, &BuildPanel::networkChanged, this, &BuildController::readEdited);
    connect(panel, &BuildPanel::shown, this, &BuildController::readEdited);
    connect(&m_reader, &EditedReader::read, panel, &BuildPanel::setEditedReading);
    connect(panel, &BuildPanel::openRequested, this, &BuildController::askToOpen);
    connect(panel, &BuildPanel::recentRequested, this, &BuildController::open);
    connect(panel, &BuildPanel::saveRequested, this, &BuildController::askWhereToSave);
    connect(panel, &BuildPanel::applyRequested, this, &BuildController::apply);
    connectCode();
    connect(panel, &BuildPanel::failed, this,
            [this](const QString& message) { m_parts.notices.warning(message, Topic::Open); });
    connect(&m_parts.weights, &WeightsController::changed, this,
            [this](const WeightsController::Weights& weights) {
                if (m_parts.weights.source() == WeightsSource::Applied)
                    showInUse(weights);
            });
}

void BuildController::begin()
{
    m_parts.disk.run([this]() -> std::function<void()> {
        std::error_code code;
        if (!std::filesystem::exists(m_file, code))
            return [this] { m_begun = true; };
        try {
            return [this, network = readNetworkFile(m_file, MessageArgument(m_file))] {
                m_parts.build.restore(network);
                m_begun = true;
            };
        } catch (const Error& error) {
            const QString problem = errorText(error);
            std::filesystem::rename(m_file, m_file.string() + ".bad", code);
            return [this, problem] {
                m_begun = true;
                m_parts.notices.warning(
                    tr("The network that was edited last cannot be brought back, and was set aside. %1")
                        .arg(problem));
            };
        }
    });
}

void BuildController::restore(const Settings& settings)
{
    m_recent = settings.networks;
    m_parts.build.setRecent(m_recent);
}

void BuildController::keep(Settings& settings) const
{
    settings.networks = m_recent;
}

void BuildController::setEngineReady()
{
    m_parts.build.setEngineReady(true);
    readEdited();
}

void BuildController::showReading(const std::shared_ptr<const Reading>& reading)
{
    if (m_parts.weights.source() == WeightsSource::Applied)
        m_parts.build.setReading(reading);
    const bool isEmpty = reading->prediction.verdict == Verdict::Empty;
    m_reader.setGlyph(isEmpty ? std::nullopt : std::optional(reading->glyph));
}

void BuildController::showInUse(const WeightsController::Weights& weights)
{
    try {
        m_parts.build.setInUse(specOf(*weights), weights);
    } catch (const Error&) {
        // of no network: who reads with them says so
    }
}

/// Only for what is seen.
void BuildController::readEdited()
{
    const BuildPanel& panel = m_parts.build;
    const bool reads =
        panel.isSeen() && panel.verdict().fits() && !panel.isInUse() && m_parts.weights.inUse();
    if (reads)
        m_reader.setNetwork(EditedReader::Edited{panel.network(), m_parts.weights.inUse()});
    else
        m_reader.setNetwork(std::nullopt);
}

void BuildController::noteEdit()
{
    if (m_begun && !m_pause.isActive())
        m_pause.start();
}

/// What is in use is kept as weights. A window that closes before its weights are there has no network yet.
void BuildController::keepEdits()
{
    const bool isOwn = m_parts.build.hasNetwork() && !m_parts.build.isInUse();
    m_parts.disk.run([this, isOwn, network = m_parts.build.network()]() -> std::function<void()> {
        try {
            std::error_code code;
            if (isOwn)
                writeNetworkFile(m_file, network);
            else
                std::filesystem::remove(m_file, code);
        } catch (const Error& error) {
            return [this, problem = errorText(error)] {
                if (!std::exchange(m_told, true))
                    m_parts.notices.warning(
                        tr("The edited network is not kept from a crash for now. %1").arg(problem));
            };
        }
        return [this] { m_told = false; };
    });
}

void BuildController::close()
{
    if (!std::exchange(m_begun, false))
        return;
    m_pause.stop();
    keepEdits();
}

void BuildController::askToOpen()
{
    m_parts.dialogs.openFile(*this, tr("Open a network"), {tr("Networks (*.json)"), tr("All files (*)")},
                             [this](const QString& path) { open(path); });
}

void BuildController::askWhereToSave()
{
    m_parts.dialogs.saveFile(*this, tr("Save the network"), {tr("Network (*.json)")},
                             [this](const QString& path) { save(path); });
}

void BuildController::open(const QString& path)
{
    m_parts.disk.run(Topic::Open, [this, path]() -> std::function<void()> {
        const QString name = QFileInfo(path).fileName();
        const NetworkSpec network =
            readNetworkFile(std::filesystem::path(fileNameBytes(path)), MessageArgument(name.toStdString()));
        return [this, path, name, network] {
            m_parts.build.open(network, tr("Open %1").arg(name));
            addRecent(path);
            Q_EMIT panelWanted();
        };
    });
}

void BuildController::save(const QString& path)
{
    m_parts.disk.run(Topic::Save, [this, path, network = m_parts.build.network()]() -> std::function<void()> {
        writeNetworkFile(std::filesystem::path(fileNameBytes(path)), network);
        return [this, path] {
            m_parts.notices.info(tr("Saved as %1.").arg(path));
            addRecent(path);
        };
    });
}

void BuildController::addRecent(const QString& path)
{
    const QString whole = QFileInfo(path).absoluteFilePath();
    m_recent.removeAll(whole);
    m_recent.prepend(whole);
    m_recent = m_recent.first(std::min(kMostRecent, m_recent.size()));
    m_parts.build.setRecent(m_recent);
}

/// One step in the history of the weights, as any other change of them.
void BuildController::apply(const NetworkSpec& network, std::uint64_t seed, NewModules start)
{
    const std::shared_ptr<Engine> engine = m_parts.engine.engine();
    const WeightsController::Weights current = m_parts.weights.inUse();
    if (!engine || !current)
        return;
    m_parts.build.setBusy(true);
    m_parts.compute.run([this, engine, current, network, seed, start]() -> std::function<void()> {
        try {
            auto grown = std::make_shared<const StateDict>(
                growWeights(*current, engine->freshWeights(network, seed), network, start));
            return [this, grown, title = tr("Network: %1").arg(networkTitle(network))] {
                m_parts.build.setBusy(false);
                m_parts.weights.apply(grown, title);
            };
        } catch (const std::exception& error) {
            return [this, problem = errorText(error)] {
                m_parts.build.setBusy(false);
                m_parts.notices.error(tr("The network cannot be used. %1").arg(problem));
            };
        }
    });
}

void BuildController::connectCode()
{
    BuildPanel* panel = &m_parts.build;
    CodePanel* code = &m_parts.code;
    connect(panel, &BuildPanel::networkChanged, code, &CodePanel::setNetwork);
    connect(panel, &BuildPanel::moduleChosen, code, &CodePanel::setModule);
    connect(code, &CodePanel::moduleChosen, panel, &BuildPanel::chooseModule);
    connect(code, &CodePanel::pasteRequested, panel, &BuildPanel::paste);
    connect(code, &CodePanel::saveRequested, this, &BuildController::askWhereToSaveCode);
}

void BuildController::askWhereToSaveCode(const QString& text, const QString& filter)
{
    m_parts.dialogs.saveFile(*this, tr("Save the source code"), {filter}, [this, text](const QString& path) {
        m_parts.disk.run(Topic::Save, [this, path, text]() -> std::function<void()> {
            const std::string bytes = text.toStdString();
            writeAtomically(std::filesystem::path(fileNameBytes(path)), std::as_bytes(std::span(bytes)));
            return [this, path] { m_parts.notices.info(tr("Saved as %1.").arg(path)); };
        });
    });
}

}  // namespace glyphscope
