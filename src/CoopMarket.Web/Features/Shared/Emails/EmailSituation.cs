namespace CoopMarket.Web.Features.Shared.Emails;

/// <summary>A named situation in which a mail is written; previews and tests show the same ones.</summary>
/// <param name="Name">Such as «placed, by transfer».</param>
/// <param name="Template">The template's path below Features.</param>
/// <param name="Model">What the template shows.</param>
internal sealed record EmailSituation(string Name, string Template, object Model);
