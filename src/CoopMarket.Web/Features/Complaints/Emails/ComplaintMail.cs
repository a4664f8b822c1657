using CoopMarket.Domain.Complaints;

namespace CoopMarket.Web.Features.Complaints.Emails;

/// <summary>What a mail about a complaint says.</summary>
/// <param name="What">The part of the texts' keys: the step, in lower case, with <c>-desk</c> for the cooperative.</param>
/// <param name="Name">To whom.</param>
/// <param name="Code">The reference.</param>
/// <param name="Said">What was written at that step.</param>
/// <param name="AnswerBy">UTC.</param>
/// <param name="SettleBy">UTC.</param>
/// <param name="Link">The full address of the complaint, or of the complaints at the desk.</param>
internal sealed record ComplaintMail(string What, string Name, string Code, ComplaintKind Kind, string Said, DateTimeOffset AnswerBy, DateTimeOffset SettleBy, string Link);
