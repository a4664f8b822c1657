using CoopMarket.Domain.Shared;

namespace CoopMarket.Web.Features.Reviews.Emails;

/// <summary>What a mail about a review says.</summary>
/// <param name="What">The part of the texts' keys: <c>written</c>, <c>answered</c>, <c>hidden</c> and <c>shown</c> for its writer, <c>hidden-desk</c> or <c>kept-desk</c>.</param>
/// <param name="Name">To whom.</param>
/// <param name="Stars">1 to 5.</param>
/// <param name="Words">The review's own; may be empty.</param>
/// <param name="Said">The answer of the cooperative, or the admin's reason; empty of a new review.</param>
/// <param name="Link">The full address of the order, or of the reviews at the desk.</param>
internal sealed record ReviewMail(string What, string Name, LocalizedText Product, int Stars, string Words, string Said, string Link);
