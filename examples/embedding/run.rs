// rustc run.rs -L build/lib -l aic_runtime -C link-arg=-Wl,-rpath,$PWD/build/lib
use std::{env, ffi::{c_char, c_void, CStr, CString}, ptr::null_mut};

#[repr(C)]
struct Input { data: *const c_void, bytes: usize }
#[repr(C)]
struct Output { data: *mut c_void, bytes: usize }

extern "C" {
    fn aic_model_open(path: *const c_char, flags: u32, model: *mut *mut c_void) -> u32;
    fn aic_model_close(model: *mut c_void);
    fn aic_session_create(model: *mut c_void, threads: u32, session: *mut *mut c_void) -> u32;
    fn aic_session_close(session: *mut c_void);
    fn aic_session_run(session: *mut c_void, inputs: *const Input, input_count: u32,
                       outputs: *const Output, output_count: u32) -> u32;
    fn aic_last_error() -> *const c_char;
}

fn check(status: u32) -> Result<(), String> {
    if status == 0 { return Ok(()); }
    Err(unsafe { CStr::from_ptr(aic_last_error()) }.to_string_lossy().into_owned())
}

fn main() -> Result<(), String> {
    let path = CString::new(env::args().nth(1).unwrap_or("mlp.aic".into())).map_err(|e| e.to_string())?;
    let (x, mut y) = ([1f32, -1.0, 0.5, 2.0, 0.0, 1.0, -2.0, 3.0], [0f32; 1]);
    let (mut model, mut session) = (null_mut(), null_mut());
    let input = Input { data: x.as_ptr().cast(), bytes: std::mem::size_of_val(&x) };
    let output = Output { data: y.as_mut_ptr().cast(), bytes: std::mem::size_of_val(&y) };
    unsafe {
        check(aic_model_open(path.as_ptr(), 0, &mut model))?;
        check(aic_session_create(model, 0, &mut session))?;
        check(aic_session_run(session, &input, 1, &output, 1))?;
        aic_session_close(session);
        aic_model_close(model);
    }
    println!("{:.6}", y[0]);
    Ok(())
}
