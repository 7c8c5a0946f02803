-- A client writes its own figures; what one row may hold is bounded here, since rows can be added without the function too.
alter table public.analytics_data
  add constraint analytics_data_dimensions_bounded check (jsonb_typeof(dimensions) = 'object' and octet_length(dimensions::text) <= 8000),
  add constraint analytics_data_value_finite check (metric_value > '-Infinity'::float8 and metric_value < 'Infinity'::float8);
