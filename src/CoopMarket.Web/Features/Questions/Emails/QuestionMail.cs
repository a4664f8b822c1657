using CoopMarket.Domain.Shared;

namespace CoopMarket.Web.Features.Questions.Emails;

/// <summary>What a mail about a message says.</summary>
/// <param name="What">The part of the texts' keys: <c>buyer</c> or <c>desk</c>, by who gets it.</param>
/// <param name="Name">To whom.</param>
/// <param name="From">The cooperative's name, or what the buyer is called.</param>
/// <param name="Product">Empty where it is about an order.</param>
/// <param name="OrderCode">Empty where it is about a product.</param>
/// <param name="Said">What was written; null where it is to be read at the market alone, beside its warning.</param>
/// <param name="Link">The full address of the thread.</param>
internal sealed record QuestionMail(string What, string Name, LocalizedText From, LocalizedText Product, string OrderCode, string? Said, string Link);
