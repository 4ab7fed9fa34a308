// CGO_CFLAGS=-I$PWD/runtime CGO_LDFLAGS="-L$PWD/build/lib -Wl,-rpath,$PWD/build/lib" go run run.go mlp.aic
package main

// #cgo LDFLAGS: -laic_runtime
// #include "aic.h"
// static aic_status run(aic_session* session, const void* x, size_t bytes, void* y, size_t out_bytes) {
//   const aic_input in = {x, bytes};
//   const aic_output out = {y, out_bytes};
//   return aic_session_run(session, &in, 1, &out, 1);
// }
import "C"

import (
	"fmt"
	"os"
	"runtime"
	"unsafe"
)

func check(status C.aic_status) {
	if status != C.AIC_OK {
		fmt.Fprintln(os.Stderr, C.GoString(C.aic_last_error()))
		os.Exit(1)
	}
}

func main() {
	runtime.LockOSThread() // aic_last_error is the calling thread's
	x, y := []float32{1, -1, 0.5, 2, 0, 1, -2, 3}, make([]float32, 1)
	var model *C.aic_model
	var session *C.aic_session
	check(C.aic_model_open(C.CString(os.Args[1]), 0, &model))
	defer C.aic_model_close(model)
	check(C.aic_session_create(model, 0, &session))
	defer C.aic_session_close(session)
	check(C.run(session, unsafe.Pointer(&x[0]), C.size_t(4*len(x)), unsafe.Pointer(&y[0]), C.size_t(4*len(y))))
	fmt.Printf("%.6f\n", y[0])
}
