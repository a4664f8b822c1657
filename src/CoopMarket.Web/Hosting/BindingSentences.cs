using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace CoopMarket.Web.Hosting;

/// <summary>What a reader is told where a field holds something that can't be read at all: in her language, without the field's technical name.</summary>
internal sealed class BindingSentences(Words words) : IConfigureOptions<MvcOptions>
{
    public void Configure(MvcOptions options)
    {
        var messages = options.ModelBindingMessageProvider;
        messages.SetAttemptedValueIsInvalidAccessor((_, _) => Sentence);
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(_ => Sentence);
        messages.SetUnknownValueIsInvalidAccessor(_ => Sentence);
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => Sentence);
        messages.SetValueIsInvalidAccessor(_ => Sentence);
        messages.SetValueMustNotBeNullAccessor(_ => Sentence);
        messages.SetValueMustBeANumberAccessor(_ => Sentence);
        messages.SetNonPropertyValueMustBeANumberAccessor(() => Sentence);
        messages.SetMissingBindRequiredValueAccessor(_ => Sentence);
        messages.SetMissingKeyOrValueAccessor(() => Sentence);
        messages.SetMissingRequestBodyRequiredValueAccessor(() => Sentence);
    }

    private string Sentence => words["shared.unreadable"];
}
