using CoopMarket.Web.Features.Shared.Emails;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Messaging;

namespace CoopMarket.Web.Features.Accounts.Contract;

/// <summary>Writes the same news to several people, to each in her language as far as desks speak it.</summary>
internal sealed class Circular(Mailroom mailroom)
{
    /// <summary>Sends one mail to everybody who has an address; a repeated try sends the same mails.</summary>
    /// <param name="delivery">The message that the mails come from.</param>
    /// <param name="readers">Nobody twice.</param>
    /// <param name="template">The template's path below Features.</param>
    /// <param name="model">What the template shows to one of them.</param>
    public async Task SendAsync<TModel>(Delivery delivery, IEnumerable<Reach> readers, string template, Func<Reach, TModel> model, CancellationToken cancellationToken)
    {
        foreach (var reader in readers)
            if (reader.Email is { } email)
                await mailroom.SendAsync(delivery.IdFor($"circular {email}"), email, Languages.AtDesk(reader.Language), template, model(reader), cancellationToken);
    }
}
