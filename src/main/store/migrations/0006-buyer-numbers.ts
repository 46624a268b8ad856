/**
 * Buyers are found by their number. Of those that are here it is made of what registers write; one that is
 * written in another way is found once the list is read anew.
 */
export const buyerNumbers = `
update rows set subject = nullif(ltrim(
  case when substr(number, 1, 2) = country then substr(number, 3) else number end, '0'), '')
from (
  select list as in_list, filling as in_filling, id as of_id,
    json_extract(data, '$.country') as country,
    upper(replace(replace(replace(replace(
      json_extract(data, '$.registrationNumber'), ' ', ''), '.', ''), '-', ''), '/', '')) as number
  from rows where list = 'buyers' and json_valid(data)
)
where list = in_list and filling = in_filling and id = of_id and number is not null;
`
