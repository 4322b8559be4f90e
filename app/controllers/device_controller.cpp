// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/controllers/device_controller.h"

#include "app/session/engine_session.h"
#include "app/session/inspection_session.h"
#include "app/session/recognition_session.h"
#include "model/recognition/cpu_recognizer.h"
#include "ui/widgets/notice_bar.h"

namespace glyphscope {
namespace {

QString engineText(const EngineInfo& info)
{
    const QString precision =
        info.bf16 ? DeviceController::tr("trains in bfloat16") : DeviceController::tr("trains in float32");
    const QString threads = DeviceController::tr("%n thread(s)", nullptr, info.threads);
    return DeviceController::tr("LibTorch %1, %2, %3")
        .arg(QString::fromStdString(info.torchVersion), threads, precision);
}

}  // namespace

DeviceController::DeviceController(const Parts& parts) : m_parts(parts)
{
    connect(&m_parts.recognition, &RecognitionSession::readerMade, this, &DeviceController::readerMade);
    connect(&m_parts.inspection, &InspectionSession::inspectorMade, this, &DeviceController::inspectorMade);
    // what was given up meanwhile concerns nobody any more
    connect(&m_parts.recognition, &RecognitionSession::readerRefused, this,
            [this](std::uint64_t number, const QString& message) {
                if (number == m_readerNumber)
                    refused(message);
            });
    connect(&m_parts.inspection, &InspectionSession::inspectorRefused, this,
            [this](std::uint64_t maker, const QString& message) {
                if (maker == m_inspectorNumber)
                    refused(message);
            });
}

void DeviceController::useWeights(const std::shared_ptr<const StateDict>& weights)
{
    m_weights = weights;
    makeReader();
}

void DeviceController::useEngine()
{
    const EngineInfo info = m_parts.engine.engine()->info();
    Q_EMIT engineDescribed(engineText(info));
    if (info.slowBlas)
        m_parts.notices.warning(
            tr("Matrices are multiplied by the reference BLAS: training takes many times as "
               "long as with OpenBLAS (libopenblas0 on Debian)."));
    tellDevices();
    makeReaders();
}

/// Of the weights in use, on the device in use or the one to be moved to.
void DeviceController::makeReaders()
{
    if (const std::shared_ptr<Engine> engine = m_parts.engine.engine())
        m_inspectorNumber =
            m_parts.inspection.useMaker([engine, device = readersDevice()](const StateDict& weights) {
                return engine->inspector(weights, device);
            });
    if (m_weights != nullptr)
        makeReader();
}

void DeviceController::makeReader()
{
    const auto make = [engine = m_parts.engine.engine(), device = readersDevice()](const StateDict& weights) {
        return engine ? engine->recognizer(weights, device) : makeCpuRecognizer(weights);
    };
    m_parts.inspection.useWeights(m_weights);
    m_readerNumber = m_parts.recognition.useWeights(make, m_weights);
    if (m_move)
        m_move->readerMade = false;
}

void DeviceController::moveTo(const QString& device)
{
    const std::string wanted = device.toStdString();
    if (wanted != readersDevice()) {
        m_move.reset();
        if (wanted != m_device)
            m_move = Move{.device = wanted};
        makeReaders();
    }
    tellDevices();  // a click has marked the new one, but nothing is there yet
}

void DeviceController::readerMade(std::uint64_t number)
{
    if (number > m_refusedReader)  // what was refused may have had its reader
        m_parts.notices.settle(Topic::Weights);
    if (!m_move || number != m_readerNumber)
        return;
    m_move->readerMade = true;
    finishMove();
}

void DeviceController::inspectorMade(std::uint64_t maker)
{
    if (!m_move || maker != m_inspectorNumber)
        return;
    m_move->inspectorMade = true;
    finishMove();
}

void DeviceController::finishMove()
{
    if (!m_move->readerMade || !m_move->inspectorMade)
        return;
    m_device = m_move->device;
    m_move.reset();
    m_parts.notices.settle(Topic::Device);
    Q_EMIT moved(m_device);
    tellDevices();
}

/// By the device to be moved to: then everything goes back; or the weights do not fit.
void DeviceController::refused(const QString& message)
{
    if (!m_move) {
        m_refusedReader = m_readerNumber;
        m_parts.notices.error(message, Topic::Weights);
        return;
    }
    m_move.reset();
    makeReaders();
    tellDevices();
    m_parts.notices.error(
        tr("%1 Everything stays on %2.").arg(message, QString::fromStdString(m_device).toUpper()),
        Topic::Device);
}

void DeviceController::tellDevices()
{
    QStringList devices;
    for (const std::string& device : m_parts.engine.engine()->info().devices)
        devices << QString::fromStdString(device);
    Q_EMIT devicesChanged(devices, QString::fromStdString(m_device));
}

}  // namespace glyphscope
