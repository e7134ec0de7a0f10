"""Nine sample schools: plain data in schools/*.yaml, made into problems and workbooks by code without chance."""
