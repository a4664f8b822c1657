using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Stories;

namespace CoopMarket.Web.Features.Stories.Emails;

/// <summary>What a mail about a withdrawn consent says.</summary>
/// <param name="Name">To whom.</param>
/// <param name="Who">Who no longer agrees; empty where she had her account erased.</param>
/// <param name="Story">Its title; empty where it has none yet.</param>
/// <param name="Link">The full address of the consents that hold no longer.</param>
internal sealed record StoryMail(ConsentKind Kind, string Name, string Who, LocalizedText Story, string Link);
