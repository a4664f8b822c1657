using CoopMarket.Domain.Complaints;

namespace CoopMarket.Web.Features.Complaints.Emails;

/// <summary>What a mail about a complaint says.</summary>
/// <param name="What">The part of the texts' keys: the step, in lower case, with <c>-desk</c> for the cooperative, <c>-admin</c> for the market.</param>
/// <param name="Name">To whom.</param>
/// <param name="Code">The reference.</param>
/// <param name="Said">What was written at that step.</param>
/// <param name="AnswerBy">UTC.</param>
/// <param name="SettleBy">UTC.</param>
/// <param name="Link">The full address of the complaint, of the complaints at the desk, or of its page in the office.</param>
internal sealed record ComplaintMail(string What, string Name, string Code, ComplaintKind Kind, string Said, DateTimeOffset AnswerBy, DateTimeOffset SettleBy, string Link)
{
    /// <summary>How long a second look may be asked for by whoever reads it; null where it may not.</summary>
    public int? DaysToAskAgain { get; init; }
}
