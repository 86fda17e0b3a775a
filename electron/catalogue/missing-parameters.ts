/** How servers say that a parameter is missing; the group is its name. General forms before those of one product. */
export const missingParameters: readonly RegExp[] = [
  /missing (?:the )?(?:required |mandatory |form |request |body |post )*(?:parameter|param|field|property|value)s?(?: \(s\))?[:=]? ?[([]?["'`]?([a-z][\w.-]{1,40})/i,
  /\bmissing body ([a-z]\w{1,40}) field required/i,
  /(?:required|mandatory) (?:request |form |body )?(?:parameter|param|field|property)s?(?: named)?[:=]? ?\(?["'`]?([a-z][\w.-]{1,40})["'`]?\)?(?: of type \w{1,20})?(?: for [^.]{0,60})? (?:is|was|are) (?:missing|not|absent|empty|required)/i,
  /(?:parameter|param|field|property)s? ["'`]?([a-z][\w.-]{1,40})["'`]? (?:is|was|are) (?:missing|required|not (?:present|set|specified|provided|found)|absent|mandatory)/i,
  /["'`]([a-z][\w.-]{1,40})["'`] (?:parameter |param |field )?(?:is|was) (?:missing|required|not (?:present|set|specified|provided|sent)|absent|a required|mandatory)/i,
  /\b([a-z]{2,20}_[a-z_]{2,30}|scope|audience|resource|token|username|password) (?:parameter |param |field )?(?:is|was) (?:missing|required|not (?:present|set|specified|provided|sent)|absent|a required|mandatory)/i,
  /missing[:=]? ["'`]?((?:grant_type|client_id|client_secret|scope|audience|resource|token|client_assertion(?:_type)?))\b/i,
  /(?:must|should) (?:contain|include|have|specify|provide)(?: the| a| an)?(?: following)?(?: required)?(?: parameter| value for| field)?[:=]? ["'`]?((?:grant_type|client_id|client_secret|scope|audience|resource|token|client_assertion(?:_type)?))\b/i,
  /requires (?:you (?:to )?specify )?(?:a |an |the )?["'`]?(scope|audience|resource|grant_type|client_id)\b/i,
  /required param ?: ?([a-z][\w.-]{1,40})/i,
  /no ["'`]?(grant_type|client_id|scope|audience|resource|token)\b["'`]? (?:parameter |value )?(?:was |is )?(?:specified|provided|given|found|present|sent|supplied)/i,
]
