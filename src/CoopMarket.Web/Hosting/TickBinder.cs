using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace CoopMarket.Web.Hosting;

/// <summary>
/// Binds ticks. What is neither yes nor no is a flaw of the field and is not shown again: a tick can't show it, and the
/// framework's own binder would have the page fall over it.
/// </summary>
internal sealed class TickBinder : IModelBinder, IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context)
        => context.Metadata.ModelType == typeof(bool) || context.Metadata.ModelType == typeof(bool?) ? this : null;

    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var found = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
        if (found == ValueProviderResult.None || string.IsNullOrEmpty(found.FirstValue))
            return Task.CompletedTask;
        if (bool.TryParse(found.FirstValue, out var ticked))
        {
            bindingContext.ModelState.SetModelValue(bindingContext.ModelName, found);
            bindingContext.Result = ModelBindingResult.Success(ticked);
        }
        else
        {
            bindingContext.ModelState.TryAddModelError(
                bindingContext.ModelName, bindingContext.ModelMetadata.ModelBindingMessageProvider.ValueIsInvalidAccessor(found.FirstValue));
        }

        return Task.CompletedTask;
    }
}
