# SPDX-License-Identifier: BSD-3-Clause
include(CMakeFindDependencyMacro)
find_dependency(Torch)
include(${CMAKE_CURRENT_LIST_DIR}/torch_hooksTargets.cmake)
set_property(TARGET torch_hooks::torch_hooks APPEND PROPERTY INTERFACE_LINK_LIBRARIES ${TORCH_LIBRARIES})
