using CoopMarket.Web.Adapters.Mail;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Messaging;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace CoopMarket.Web.Features.Shared.Emails;

/// <summary>
/// Writes mails from Razor templates in the reader's language and hands them to the post. A template sets
/// <c>ViewData["Subject"]</c>; everything it shows is encoded by Razor.
/// </summary>
internal sealed partial class Mailroom(IRazorViewEngine views, ITempDataProvider tempData, IServiceProvider services, IPost post, LetterRound letters, ILogger<Mailroom> log)
{
    /// <summary>
    /// Writes and sends one mail. While a message is delivered, one that can't be sent is no reason not to write to the next reader: it is
    /// tried again, alone, with the message (<see cref="LetterRound"/>). Where the mail server refuses the address for good, nothing is sent and nothing thrown: another try
    /// brings no mail to it, and a second one to whoever the same news is for.
    /// </summary>
    /// <param name="id">The delivery's id: a repeated try sends the same mail.</param>
    /// <param name="to">The address.</param>
    /// <param name="language">The reader's language.</param>
    /// <param name="template">The template's path below Features, such as <c>Orders/Emails/Placed</c>.</param>
    /// <param name="model">What the template shows.</param>
    public Task SendAsync<TModel>(Guid id, string to, string language, string template, TModel model, CancellationToken cancellationToken)
        => letters.SendAsync(id, () => PostAsync(id, to, language, template, model, cancellationToken), cancellationToken);

    private async Task PostAsync<TModel>(Guid id, string to, string language, string template, TModel model, CancellationToken cancellationToken)
    {
        try
        {
            await post.SendAsync(await WriteAsync(id, to, language, template, model), cancellationToken);
        }
        catch (AddressRefusedException)
        {
            // Whose it is, the message knows whose id this is; the address itself has no place in a log.
            Refused(template, id);
        }
    }

    /// <summary>Writes one mail without sending it.</summary>
    public async Task<Letter> WriteAsync<TModel>(Guid id, string to, string language, string template, TModel model)
    {
        Languages.Speak(language);
        var found = views.GetView(null, $"/Features/{template}.cshtml", isMainPage: true);
        if (!found.Success)
            throw new InvalidOperationException($"There is no mail template {template}.");
        var context = new ActionContext(new DefaultHttpContext { RequestServices = services }, new RouteData(), new ActionDescriptor());
        var data = new ViewDataDictionary<TModel>(new EmptyModelMetadataProvider(), new ModelStateDictionary()) { Model = model };
        await using var html = new StringWriter();
        var view = new ViewContext(context, found.View, data, new TempDataDictionary(context.HttpContext, tempData), html, new HtmlHelperOptions());
        await found.View.RenderAsync(view);
        var subject = view.ViewData["Subject"] as string ?? throw new InvalidOperationException($"{template} sets no subject.");
        return new(id, to, subject, html.ToString(), PlainText.Of(html.ToString()));
    }

    [LoggerMessage(LogLevel.Warning, "The mail server refuses the address of mail {Id} ({Template}) for good")]
    private partial void Refused(string template, Guid id);
}
