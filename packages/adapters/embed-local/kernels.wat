;; The two inner loops of the encoder, in 128-bit SIMD.
;; Assembled into kernels.wasm.ts by `node packages/adapters/embed-local/assemble-kernels.mjs`.
;;
;; Integer products are used because i32x4.dot_i16x8_s multiplies and adds eight pairs in one
;; instruction, where f32x4.mul and f32x4.add do four in two: half the time and half the weights' bytes.
(module
  (import "env" "memory" (memory 1))

  ;; Quantises $count floats (a multiple of 8) to 16-bit integers of at most +-$top.
  ;; Returns the factor that turns an integer back into its float.
  (func (export "quantize") (param $from i32) (param $to i32) (param $count i32) (param $top f32) (result f32)
    (local $end i32) (local $at i32) (local $max v128) (local $largest f32) (local $scale v128)
    (local.set $end (i32.add (local.get $from) (i32.shl (local.get $count) (i32.const 2))))
    (local.set $at (local.get $from))
    (loop $scan
      (local.set $max (f32x4.pmax (local.get $max) (f32x4.abs (v128.load (local.get $at)))))
      (br_if $scan (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 16))) (local.get $end))))
    (local.set $largest
      (f32.max
        (f32.max (f32x4.extract_lane 0 (local.get $max)) (f32x4.extract_lane 1 (local.get $max)))
        (f32.max (f32x4.extract_lane 2 (local.get $max)) (f32x4.extract_lane 3 (local.get $max)))))
    ;; a row of zeros keeps a harmless scale
    (if (f32.lt (local.get $largest) (f32.const 1e-30)) (then (local.set $largest (f32.const 1))))
    (local.set $scale (f32x4.splat (f32.div (local.get $top) (local.get $largest))))
    (local.set $at (local.get $from))
    (loop $write
      (v128.store (local.get $to)
        (i16x8.narrow_i32x4_s
          (i32x4.trunc_sat_f32x4_s (f32x4.nearest (f32x4.mul (v128.load (local.get $at)) (local.get $scale))))
          (i32x4.trunc_sat_f32x4_s (f32x4.nearest (f32x4.mul (v128.load offset=16 (local.get $at)) (local.get $scale))))))
      (local.set $to (i32.add (local.get $to) (i32.const 16)))
      (br_if $write (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 32))) (local.get $end))))
    (f32.div (local.get $largest) (local.get $top)))

  ;; out[rows x cols] = max($floor, (a . b) * rowScale * colScale + bias)
  ;; $a: rows x inner 16-bit integers; $b: as packMatrix lays it out (blocks of 8 columns, pairs of rows
  ;; interleaved); $rows a multiple of 4, $cols of 8, $inner of 2. $outStride and the rest are in bytes.
  (func (export "multiply") (param $a i32) (param $rowScales i32) (param $b i32) (param $colScales i32) (param $bias i32)
      (param $out i32) (param $outStride i32) (param $rows i32) (param $cols i32) (param $inner i32) (param $floor f32)
    (local $rowBytes i32) (local $blockBytes i32) (local $row i32) (local $a0 i32) (local $a1 i32) (local $a2 i32) (local $a3 i32)
    (local $bAt i32) (local $bEnd i32) (local $o i32) (local $rs i32)
    (local $b0 v128) (local $b1 v128) (local $x v128) (local $low v128)
    (local $s0 v128) (local $s1 v128) (local $t0 v128) (local $t1 v128)
    (local $c00 v128) (local $c01 v128) (local $c10 v128) (local $c11 v128)
    (local $c20 v128) (local $c21 v128) (local $c30 v128) (local $c31 v128)
    (local.set $rowBytes (i32.shl (local.get $inner) (i32.const 1)))
    (local.set $blockBytes (i32.shl (local.get $inner) (i32.const 4)))
    (local.set $low (f32x4.splat (local.get $floor)))
    (loop $block
      (local.set $bEnd (i32.add (local.get $b) (local.get $blockBytes)))
      (local.set $s0 (v128.load (local.get $colScales)))
      (local.set $s1 (v128.load offset=16 (local.get $colScales)))
      (local.set $t0 (v128.load (local.get $bias)))
      (local.set $t1 (v128.load offset=16 (local.get $bias)))
      (local.set $row (i32.const 0))
      (local.set $a0 (local.get $a))
      (local.set $o (local.get $out))
      (local.set $rs (local.get $rowScales))
      (loop $tile
        (local.set $a1 (i32.add (local.get $a0) (local.get $rowBytes)))
        (local.set $a2 (i32.add (local.get $a1) (local.get $rowBytes)))
        (local.set $a3 (i32.add (local.get $a2) (local.get $rowBytes)))
        (local.set $c00 (v128.const i32x4 0 0 0 0)) (local.set $c01 (v128.const i32x4 0 0 0 0))
        (local.set $c10 (v128.const i32x4 0 0 0 0)) (local.set $c11 (v128.const i32x4 0 0 0 0))
        (local.set $c20 (v128.const i32x4 0 0 0 0)) (local.set $c21 (v128.const i32x4 0 0 0 0))
        (local.set $c30 (v128.const i32x4 0 0 0 0)) (local.set $c31 (v128.const i32x4 0 0 0 0))
        (local.set $bAt (local.get $b))
        (loop $pair
          (local.set $b0 (v128.load (local.get $bAt)))
          (local.set $b1 (v128.load offset=16 (local.get $bAt)))
          (local.set $x (v128.load32_splat (local.get $a0)))
          (local.set $c00 (i32x4.add (local.get $c00) (i32x4.dot_i16x8_s (local.get $x) (local.get $b0))))
          (local.set $c01 (i32x4.add (local.get $c01) (i32x4.dot_i16x8_s (local.get $x) (local.get $b1))))
          (local.set $x (v128.load32_splat (local.get $a1)))
          (local.set $c10 (i32x4.add (local.get $c10) (i32x4.dot_i16x8_s (local.get $x) (local.get $b0))))
          (local.set $c11 (i32x4.add (local.get $c11) (i32x4.dot_i16x8_s (local.get $x) (local.get $b1))))
          (local.set $x (v128.load32_splat (local.get $a2)))
          (local.set $c20 (i32x4.add (local.get $c20) (i32x4.dot_i16x8_s (local.get $x) (local.get $b0))))
          (local.set $c21 (i32x4.add (local.get $c21) (i32x4.dot_i16x8_s (local.get $x) (local.get $b1))))
          (local.set $x (v128.load32_splat (local.get $a3)))
          (local.set $c30 (i32x4.add (local.get $c30) (i32x4.dot_i16x8_s (local.get $x) (local.get $b0))))
          (local.set $c31 (i32x4.add (local.get $c31) (i32x4.dot_i16x8_s (local.get $x) (local.get $b1))))
          (local.set $a0 (i32.add (local.get $a0) (i32.const 4)))
          (local.set $a1 (i32.add (local.get $a1) (i32.const 4)))
          (local.set $a2 (i32.add (local.get $a2) (i32.const 4)))
          (local.set $a3 (i32.add (local.get $a3) (i32.const 4)))
          (br_if $pair (i32.lt_u (local.tee $bAt (i32.add (local.get $bAt) (i32.const 32))) (local.get $bEnd))))
        (local.set $x (v128.load32_splat (local.get $rs)))
        (call $store (local.get $o) (local.get $c00) (local.get $c01) (local.get $x) (local.get $s0) (local.get $s1) (local.get $t0) (local.get $t1) (local.get $low))
        (local.set $o (i32.add (local.get $o) (local.get $outStride)))
        (local.set $x (v128.load32_splat offset=4 (local.get $rs)))
        (call $store (local.get $o) (local.get $c10) (local.get $c11) (local.get $x) (local.get $s0) (local.get $s1) (local.get $t0) (local.get $t1) (local.get $low))
        (local.set $o (i32.add (local.get $o) (local.get $outStride)))
        (local.set $x (v128.load32_splat offset=8 (local.get $rs)))
        (call $store (local.get $o) (local.get $c20) (local.get $c21) (local.get $x) (local.get $s0) (local.get $s1) (local.get $t0) (local.get $t1) (local.get $low))
        (local.set $o (i32.add (local.get $o) (local.get $outStride)))
        (local.set $x (v128.load32_splat offset=12 (local.get $rs)))
        (call $store (local.get $o) (local.get $c30) (local.get $c31) (local.get $x) (local.get $s0) (local.get $s1) (local.get $t0) (local.get $t1) (local.get $low))
        (local.set $o (i32.add (local.get $o) (local.get $outStride)))
        (local.set $rs (i32.add (local.get $rs) (i32.const 16)))
        ;; $a3 has run to the start of the next tile
        (local.set $a0 (local.get $a3))
        (br_if $tile (i32.lt_u (local.tee $row (i32.add (local.get $row) (i32.const 4))) (local.get $rows))))
      (local.set $b (local.get $bEnd))
      (local.set $colScales (i32.add (local.get $colScales) (i32.const 32)))
      (local.set $bias (i32.add (local.get $bias) (i32.const 32)))
      (local.set $out (i32.add (local.get $out) (i32.const 32)))
      (br_if $block (i32.gt_s (local.tee $cols (i32.sub (local.get $cols) (i32.const 8))) (i32.const 0)))))

  (func $store (param $o i32) (param $c0 v128) (param $c1 v128) (param $r v128) (param $s0 v128) (param $s1 v128)
      (param $t0 v128) (param $t1 v128) (param $low v128)
    (v128.store (local.get $o)
      (f32x4.pmax (local.get $low) (f32x4.add (local.get $t0)
        (f32x4.mul (f32x4.mul (f32x4.convert_i32x4_s (local.get $c0)) (local.get $r)) (local.get $s0)))))
    (v128.store offset=16 (local.get $o)
      (f32x4.pmax (local.get $low) (f32x4.add (local.get $t1)
        (f32x4.mul (f32x4.mul (f32x4.convert_i32x4_s (local.get $c1)) (local.get $r)) (local.get $s1)))))))
